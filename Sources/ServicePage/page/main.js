// The box, its results, and which view is shown. What is shown is in the address, so it can be kept and sent.
import { ask, copyButton, isolated, kindName, make, percent, period, roleName, say } from './dom.js';
import { romanizations, section, showEntity, spellings } from './entity.js';
import { showTable } from './table.js';

const content = document.getElementById('content');
const form = document.getElementById('search');
const box = document.getElementById('q');
// What scores less is taken to be another name.
const leastScore = 0.1;
const arabic = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]/;
let running = null;
let timer = null;

async function show() {
  const address = new URLSearchParams(location.search);
  const isTable = address.has('table');
  form.hidden = isTable;
  for (const link of document.querySelectorAll('nav a')) {
    if ((link.dataset.view === 'table') === isTable) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  // What is still to come for another view is not wanted any more.
  clearTimeout(timer);
  running?.abort();
  running = new AbortController();
  const { signal } = running;
  try {
    if (isTable) return showTable(content);
    if (address.has('id')) return await showEntity(content, address.get('id'), signal);
    // A space at the end, before the next word is typed, is not in the address and stays.
    if (box.value.trim() !== (address.get('q') ?? '')) box.value = address.get('q') ?? '';
    await search(box.value.trim(), signal);
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
}

function fail(error) {
  content.replaceChildren();
  say(error instanceof TypeError ? 'The service does not answer.' : error.message);
}

function go(address, isReplaced = false) {
  history[isReplaced ? 'replaceState' : 'pushState'](null, '', address);
  return show();
}

async function search(text, signal) {
  document.title = text ? `${text} – Ism` : 'Ism: who or what a name means';
  if (!text) {
    content.replaceChildren();
    return say('');
  }
  const answer = await ask('/search', { query: { name: text, limit: 10, minScore: leastScore, explain: true }, signal });
  const list = make('ol', { class: 'matches' }, answer.matches.map((item, place) => match(item, place === 0)));
  const written = await otherWritings(text, signal);
  if (signal.aborted) return;
  const count = answer.matches.length;
  say(count === 0 ? 'No entity has this name, or one like it.'
    : `${count} ${count === 1 ? 'match' : 'matches'}, the likeliest first${answer.cut ? '; the name is too frequent for all' : ''}`);
  content.replaceChildren(list, written);
}

function match(item, isFirst) {
  const name = item.matched;
  const remarks = [roleName(name.role), name.language, period(name)].filter(Boolean).join(', ');
  return make('li', { class: 'card' },
    make('div', { class: 'match-head' },
      make('h2', {}, make('a', { href: '/?id=' + encodeURIComponent(item.id) }, isolated(item.caption))),
      make('span', { class: 'score' },
        make('meter', { min: 0, max: 1, value: item.score, 'aria-hidden': true }), ` ${percent(item.score)}`)),
    make('p', { class: 'meta' }, `${kindName(item.kind)} · `, make('code', {}, item.id)),
    make('p', { class: 'meta' }, 'matched ', isolated(name.name, name.language), ` (${remarks})`),
    item.evidence?.length ? why(item.evidence, isFirst) : null);
}

// Word by word: what was typed, what the name has, and why one stands for the other.
function why(evidence, isOpen) {
  const rows = evidence.map(item => make('tr', {},
    make('td', {}, item.query ? make('mark', {}, isolated(item.query)) : '–'),
    make('td', {}, item.name ? make('mark', {}, isolated(item.name)) : '–'),
    make('td', {}, sentence(item.explanation, [item.query, item.name]))));
  return make('details', { open: isOpen }, make('summary', {}, 'Why it matched, word by word'), make('div', { class: 'scroll' }, make('table', {},
    make('thead', {}, make('tr', {}, ['Typed', 'Name', 'Why'].map(title => make('th', { scope: 'col' }, title)))),
    make('tbody', {}, rows))));
}

// A sentence with the quoted names in it kept apart from its direction; the longer may hold the shorter.
function sentence(text, names) {
  const [name, ...rest] = names.filter(Boolean).sort((one, other) => other.length - one.length);
  if (!name) return [text];
  return text.split(`'${name}'`).flatMap((part, place) => [place ? make('q', {}, isolated(name)) : null, ...sentence(part, rest)]);
}

// What was typed, in its standard form and in the other script; the rest when it is asked for.
async function otherWritings(text, signal) {
  const form = await ask('/normalize', { query: { text }, signal });
  if (!form.normalized) return make('div');
  const line = (label, value) => make('p', { class: 'meta' }, label + ' ', isolated(value), ' ', copyButton(value));
  const more = make('div', {});
  const button = make('button', { type: 'button', class: 'small' }, 'In every romanization scheme, and as it may be spelled elsewhere');
  button.addEventListener('click', async () => {
    button.disabled = true;
    try {
      more.replaceChildren(...await Promise.all([romanizations(form.vocalized || form.arabic), spellings(text)]));
      button.remove();
    } catch (error) {
      say(error.message);
      button.disabled = false;
    }
  });
  return section('Written otherwise',
    line('ALA-LC', form.normalized), form.arabic && !arabic.test(text) ? line('Arabic', form.arabic) : null,
    form.vocalized && form.vocalized !== form.arabic ? line('With vowels', form.vocalized) : null, button, more);
}

box.addEventListener('input', () => {
  clearTimeout(timer);
  timer = setTimeout(() => go(box.value.trim() ? '/?' + new URLSearchParams({ q: box.value.trim() }) : '/', true), 150);
});
box.addEventListener('keydown', event => {
  const first = content.querySelector('a');
  if (event.key === 'ArrowDown' && first) {
    event.preventDefault();
    first.focus();
  }
});
form.addEventListener('submit', event => {
  event.preventDefault();
  go(box.value.trim() ? '/?' + new URLSearchParams({ q: box.value.trim() }) : '/');
});
document.addEventListener('click', event => {
  const link = event.target.closest?.('a');
  const isOwn = link && link.origin === location.origin && link.pathname === '/' && !link.hash && !link.download;
  if (!isOwn || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  go(link.href);
});
window.addEventListener('popstate', show);
if (!new URLSearchParams(location.search).size) box.focus();
show();
