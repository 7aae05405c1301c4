// One entity: its names by role and script, romanizations, and spellings to look for elsewhere.
import { ask, copyButton, isolated, kindName, languageName, make, period, roleName, say, unseen } from './dom.js';

const arabic = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]/;
// The last stands for all others.
const scripts = [
  ['Arabic script', /\p{Script=Arabic}/u], ['Latin script', /\p{Script=Latin}/u], ['Cyrillic script', /\p{Script=Cyrillic}/u],
  ['other script', /^/],
];
const order = ['name', 'translation', 'alias', 'abbreviation', 'previousName', 'weakAlias'];

export async function showEntity(content, id, signal) {
  say('Loading …');
  const entity = await ask('entities/' + encodeURIComponent(id), { signal });
  const heading = document.getElementById('title');
  heading.replaceChildren(isolated(entity.caption));
  heading.className = '';
  content.replaceChildren(
    make('p', { class: 'meta' }, `${kindName(entity.kind)} · `, make('code', {}, entity.id), ' ', copyButton(entity.id)),
    names(entity.names));
  document.title = `${entity.caption} – Ism`;
  say(`${entity.names.length} names`);
  heading.focus();
  const text = entity.names.find(name => arabic.test(name.name))?.name;
  const parts = [spellings(text ?? entity.caption, signal)];
  if (text) parts.unshift(romanizations(text, signal));
  try {
    const sections = await Promise.all(parts);
    if (!signal.aborted) content.append(...sections);
  } catch (error) {
    // The names stay.
    if (!signal.aborted) say(error.message);
  }
}

// Grouped by role, in it by script, in it as the source has them.
function names(list) {
  const groups = new Map();
  for (const name of list) {
    const key = `${order.indexOf(name.role)} ${scripts.findIndex(([, letters]) => letters.test(name.name))} ${name.role}`;
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(name);
  }
  const bodies = [...groups.keys()].sort().map(key => make('tbody', {},
    make('tr', { class: 'group' }, make('th', { scope: 'rowgroup', colspan: 4 },
      `${roleName(key.split(' ')[2])} · ${scripts.at(Number(key.split(' ')[1]))[0]}`)),
    groups.get(key).map(name => make('tr', {},
      make('td', {}, isolated(name.name, name.language)),
      make('td', { class: 'wide' }, languageName(name.language)),
      make('td', {}, period(name)),
      make('td', { class: 'end' }, copyButton(name.name))))));
  return section('Names', make('div', { class: 'scroll' }, make('table', { 'aria-label': 'Names by role and script' },
    make('thead', {}, make('tr', {}, head('Name'), head('Language', 'wide'), head('In use'), head('Copy', null, true))),
    bodies)));
}

// The text in every scheme that writes.
export async function romanizations(text, signal = null) {
  const { schemes } = await ask('schemes', { query: { text }, signal });
  const rows = schemes.map(scheme => make('tr', {},
    make('th', { scope: 'row' }, scheme.name),
    make('td', {}, isolated(scheme.text, 'ar-Latn')),
    make('td', { class: 'end' }, copyButton(scheme.text))));
  const table = make('table', {}, make('caption', {}, 'of ', isolated(text)),
    make('thead', {}, make('tr', {}, head('Scheme'), head('Text'), head('Copy', null, true))), make('tbody', {}, rows));
  return section('Romanizations', make('div', { class: 'scroll' }, table));
}

// Spellings under which the name may be found elsewhere.
export async function spellings(text, signal = null) {
  const { variants } = await ask('variants', { query: { name: text, limit: 40 }, signal });
  const all = variants.map(variant => variant.text);
  const items = all.map(variant => make('li', {}, isolated(variant), copyButton(variant)));
  return section('Spellings to search for elsewhere',
    make('ul', { class: 'variants', role: 'list' }, items),
    all.length ? make('div', { class: 'actions' }, copyButton(all.join('\n'), 'Copy all', `${all.length} spellings, one a line`))
      : make('p', { class: 'hint' }, 'None.'));
}

export function section(title, ...children) {
  const id = 's-' + title.toLowerCase().replaceAll(' ', '-');
  return make('section', { 'aria-labelledby': id }, make('h2', { id }, title), ...children);
}

function head(text, className = null, isHidden = false) {
  return make('th', { scope: 'col', class: className }, isHidden ? unseen(text) : text);
}
