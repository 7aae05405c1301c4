// The box, its results, and which view is shown. What is shown is in the address, so it can be kept and sent.
import {
  ask, copyButton, entityLink, isolated, isWaiting, kindName, languageName, leastScore, links, make, nothing, percent, period, roleName,
  say, setWaiting, unseen,
} from './dom.js';
import { completions } from './complete.js';
import { romanizations, section, showEntity, spellings } from './entity.js';
import { showTable } from './table.js';

const content = document.getElementById('content');
const title = document.getElementById('title');
const form = document.getElementById('search');
const box = document.getElementById('q');
// From this score on the name itself was typed, and not only its beginning.
const wholeScore = 0.9;
const mostCompletions = 8;
const arabic = /[\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff]/;
let running = null;
let timer = null;
// The address of the link that was followed last; whoever comes back finds the focus there.
let followed = null;

async function show({ isReturning = false } = {}) {
  const address = new URLSearchParams(location.search);
  const isTable = address.has('table');
  form.hidden = isTable;
  const isEntity = !isTable && address.has('id');
  // An entity's name becomes the heading of its view.
  if (!isEntity) setTitle(isTable ? 'Many names' : 'One name');
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
    if (isTable) showTable(content, isReturning);
    else if (isEntity) await showEntity(content, address.get('id'), signal);
    else {
      // A space at the end, before the next word is typed, is not in the address and stays.
      if (box.value.trim() !== (address.get('q') ?? '')) box.value = address.get('q') ?? '';
      await search(box.value.trim(), signal);
    }
  } catch (error) {
    if (!signal.aborted) fail(error);
  }
  if (!signal.aborted) keepFocus(isReturning);
}

function fail(error) {
  setTitle('One name');
  content.replaceChildren();
  say(error.message);
}

// The heading is one and the same in all views: a screen reader is silent about a new one that takes the focus from what is removed,
// and about what takes the focus from a heading that is removed.
function setTitle(text) {
  title.textContent = text;
  title.className = 'unseen';
}

// What had the focus may be gone. It goes to the link that led away from here, or to the beginning of what is shown.
function keepFocus(isReturning) {
  const isUnseen = document.activeElement === title && title.className !== '';
  if (document.activeElement && document.activeElement !== document.body && !isUnseen) return;
  const link = isReturning && [...content.querySelectorAll('a')].find(item => item.href === followed);
  (link || (title.className && (content.querySelector('textarea') || box)) || title).focus();
}

function go(address, isReplaced = false) {
  const isSame = new URL(address, location.href).href === location.href;
  history[isReplaced || isSame ? 'replaceState' : 'pushState'](null, '', address);
  return show();
}

async function search(text, signal) {
  document.title = text ? `${text} – Ism` : 'Ism: who or what a name means';
  if (!text) {
    content.replaceChildren();
    return say('');
  }
  const [answer, begun, written] = await Promise.all([
    ask('search', { query: { name: text, limit: 10, minScore: leastScore, explain: true }, signal }),
    // The matches are shown also without these.
    ask('complete', { query: { text, limit: mostCompletions }, signal }).catch(() => ({ completions: [] })),
    otherWritings(text, signal).catch(() => null),
  ]);
  if (signal.aborted) return;
  const count = answer.matches.length;
  const whole = answer.matches.filter(item => item.score >= wholeScore);
  const longer = begun.completions.filter(item => !whole.some(other => other.id === item.id));
  const beginnings = longer.length ? `; ${longer.length === 1 ? '1 name begins' : `${longer.length} names${begun.completions.length === mostCompletions ? ' and more' : ''} begin`} so` : '';
  if (count === 0) say('No entity has the name ', isolated(text), ', or one like it', beginnings || '.');
  else {
    say(`${count} ${count === 1 ? 'match' : 'matches'} for `, isolated(text),
      `${count > 1 ? ', the likeliest first' : ''}${answer.cut ? '; some may be missing, the name is too frequent or too long' : ''}${beginnings}`);
  }
  content.replaceChildren(...results(answer.matches, whole, longer), ...(written ? [written] : []));
}

// Who has this very name, who has a longer one, and who has one like it.
function results(matches, whole, longer) {
  if (!longer.length) return cards(matches);
  const others = cards(matches.slice(whole.length), whole.length === 0);
  return [...cards(whole), completions(longer), ...(others.length ? [section('Names like it', ...others)] : [])];
}

function cards(matches, isFirst = true) {
  return matches.length ? [make('ol', { class: 'matches', role: 'list' }, matches.map((item, place) => match(item, isFirst && place === 0)))] : [];
}

function match(item, isFirst) {
  const name = item.matched;
  const remarks = [roleName(name.role), languageName(name.language), period(name)].filter(Boolean).join(', ');
  return make('li', { class: 'card' },
    make('div', { class: 'match-head' },
      make('h2', {}, entityLink(item.id, isolated(item.caption))),
      make('span', { class: 'score' }, unseen('score '),
        make('meter', { min: 0, max: 1, value: item.score, 'aria-hidden': 'true' }), ` ${percent(item.score)}`)),
    make('p', { class: 'meta' }, `${kindName(item.kind)} · `, make('code', {}, item.id)),
    make('p', { class: 'meta' }, 'matched ', isolated(name.name, name.language), ` (${remarks})`),
    item.evidence?.length ? why(item.evidence, isFirst) : null);
}

// No `mark`: a screen reader says where each begins and where it ends.
const marked = text => make('span', { class: 'mark' }, isolated(text));

// Word by word: what was typed, what the name has, and why one stands for the other.
function why(evidence, isOpen) {
  const rows = evidence.map(item => make('tr', {},
    make('td', {}, item.query ? marked(item.query) : nothing()),
    make('td', {}, item.name ? marked(item.name) : nothing()),
    make('td', {}, sentence(item.explanation, [item.query, item.name]))));
  return make('details', { open: isOpen }, make('summary', {}, 'Why it matched, word by word'), make('div', { class: 'scroll' }, make('table', { 'aria-label': 'Why it matched' },
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
  const form = await ask('normalize', { query: { text }, signal });
  if (!form.normalized) return null;
  const line = (label, value) => make('p', { class: 'meta' }, label + ' ', isolated(value), ' ', copyButton(value));
  const more = make('div', {});
  const button = make('button', { type: 'button', class: 'small' }, 'In every romanization scheme, and as it may be spelled elsewhere');
  button.addEventListener('click', async () => {
    if (isWaiting(button)) return;
    setWaiting(button, true);
    try {
      more.replaceChildren(...await Promise.all([romanizations(form.vocalized || form.arabic), spellings(text)]));
      if (document.activeElement === button) {
        const heading = more.querySelector('h2');
        heading.tabIndex = -1;
        heading.focus();
      }
      button.remove();
    } catch (error) {
      say(error.message);
      setWaiting(button, false);
    }
  });
  return section('Written otherwise',
    line('ALA-LC', form.normalized), form.arabic && !arabic.test(text) ? line('Arabic', form.arabic) : null,
    form.vocalized && form.vocalized !== form.arabic ? line('With vowels', form.vocalized) : null, button, more);
}

const searchAddress = () => (box.value.trim() ? './?' + new URLSearchParams({ q: box.value.trim() }) : './');

box.addEventListener('input', () => {
  clearTimeout(timer);
  // What is typed letter by letter is one step of the way back; an entity that was shown stays another.
  timer = setTimeout(() => go(searchAddress(), !new URLSearchParams(location.search).has('id')), 150);
});
// The arrows go from the box through the results and back, Escape from anywhere in them to the box.
document.addEventListener('keydown', event => {
  if (form.hidden || event.isComposing || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const stops = [box, ...content.querySelectorAll('ol.matches h2 a, ul.completions a')];
  const place = stops.indexOf(document.activeElement);
  const next = {
    ArrowDown: place < 0 ? null : stops[place + 1], ArrowUp: stops[place - 1],
    Escape: content.contains(document.activeElement) ? box : null,
  }[event.key];
  if (!next) return;
  event.preventDefault();
  next.focus();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  go(searchAddress());
});
links.follow = event => {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  followed = event.currentTarget.href;
  go(followed);
};
for (const link of document.querySelectorAll('header a')) link.addEventListener('click', links.follow);
window.addEventListener('popstate', () => show({ isReturning: true }));
if (!new URLSearchParams(location.search).size) box.focus();
show();
