// What all views use: elements, isolated names, copy buttons, and questions to the service.

// Makes an element. Attributes that are false or null are left out; children are elements or texts.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else if (value !== false && value !== null && value !== undefined) element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.flat().filter(child => child !== null && child !== undefined));
  return element;
}

// What scores less is taken to be another name.
export const leastScore = 0.1;

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

// A name of any script, kept apart from the direction of the text around it.
export function isolated(text, language) {
  const direction = rightToLeft.test(text) ? 'rtl' : 'auto';
  return make('bdi', { dir: direction, lang: language || (direction === 'rtl' ? 'ar' : null) }, text);
}

// Milliseconds: what changes again within a pause is not said, but something is at least so often; what was said is gone after a while.
const [pause, longestSilence, whileSaid] = [700, 4000, 5000];
let [saying, forgetting, silentSince] = [null, null, null];
let isOdd = false;

// What a link to another view does when it is clicked. Each link listens itself: to a screen reader, all that takes the focus inside something that listens
// is "clickable".
export const links = { follow: null };

export const entityLink = (id, ...children) =>
  make('a', { href: './?id=' + encodeURIComponent(id), onclick: event => links.follow(event) }, ...children);

// Says in the line above the results what is shown; texts or elements.
// That line changes with every letter, so a screen reader is told of it once it stands still.
export function say(...parts) {
  const line = document.getElementById('status');
  line.replaceChildren(...parts);
  clearTimeout(saying);
  silentSince ??= Date.now();
  saying = setTimeout(() => {
    silentSince = null;
    announce(...[...line.childNodes].map(part => part.cloneNode(true)));
  }, Math.min(pause, Math.max(0, silentSince + longestSilence - Date.now())));
}

// Says to a screen reader alone what everybody else sees. It is not left behind, where it would be read again.
function announce(...parts) {
  if (!parts.length) return;
  const region = document.getElementById('said');
  clearTimeout(forgetting);
  // What is said twice is taken for an echo, so a space tells the second time from the first.
  isOdd = !isOdd;
  region.replaceChildren(...parts, isOdd ? '' : '\u00a0');
  forgetting = setTimeout(() => region.replaceChildren(), whileSaid);
}

// A text for a screen reader alone.
export const unseen = (...parts) => make('span', { class: 'unseen' }, ...parts);

// Where a cell has nothing: a dash to the eye, a word to the ear.
export const nothing = () => [make('span', { 'aria-hidden': 'true' }, '–'), unseen('none')];

// `what` says to a screen reader what is copied.
export function copyButton(text, label = 'Copy', what = isolated(text.slice(0, 80))) {
  const shown = make('span', {}, label);
  const tell = (word, ...spoken) => {
    shown.textContent = word;
    announce(...spoken);
    setTimeout(() => { shown.textContent = label; }, 1500);
  };
  return make('button', {
    type: 'button',
    class: 'small',
    onclick: async () => {
      try {
        await navigator.clipboard.writeText(text);
        tell('Copied', 'Copied ', what.cloneNode?.(true) ?? what);
      } catch {
        tell('Not allowed', 'The browser does not allow copying');
      }
    },
  }, shown, unseen(' ', what));
}

// Whether a button waits for its work; it keeps the focus, which a disabled one loses.
export function setWaiting(button, isWaiting) {
  if (isWaiting) button.setAttribute('aria-disabled', 'true');
  else button.removeAttribute('aria-disabled');
}

export const isWaiting = button => button.hasAttribute('aria-disabled');

// Asks the service for a path beside the page's own; `body` makes it a POST. When a key is needed, the person is asked for it once.
export async function ask(path, { query = {}, body = null, signal = null } = {}) {
  const text = new URLSearchParams(query).toString();
  const request = () => {
    const key = sessionStorage.getItem('key');
    return fetch(path + (text ? '?' + text : ''), {
      method: body ? 'POST' : 'GET',
      headers: { ...(body ? { 'Content-Type': 'application/json' } : {}), ...(key ? { Authorization: 'Bearer ' + key } : {}) },
      body: body ? JSON.stringify(body) : null,
      signal,
    });
  };
  let response, answer;
  try {
    response = await request();
    if (response.status === 401 && await askForKey()) response = await request();
    answer = await response.json();
  } catch (error) {
    // No connection, or an answer that is not the service's.
    throw signal?.aborted ? error : new Error('The service does not answer.');
  }
  if (!response.ok) {
    const isBusy = response.status === 429 || response.status === 503;
    throw Object.assign(new Error(answer.detail ?? response.statusText), { isBusy });
  }
  return answer;
}

let waitingForKey = null;

function askForKey() {
  waitingForKey ??= new Promise(resolve => {
    const dialog = document.getElementById('key');
    const value = document.getElementById('key-value');
    dialog.returnValue = '';
    dialog.addEventListener('close', () => {
      waitingForKey = null;
      const isGiven = dialog.returnValue === 'use' && value.value !== '';
      if (isGiven) sessionStorage.setItem('key', value.value);
      value.value = '';
      resolve(isGiven);
    }, { once: true });
    dialog.showModal();
  });
  return waitingForKey;
}

const roles = {
  name: 'name', alias: 'other name', weakAlias: 'weak other name', previousName: 'former name',
  abbreviation: 'abbreviation', translation: 'translation',
};

const languages = new Intl.DisplayNames(['en'], { type: 'language' });

// In words; a tag that is none stays as it is.
export function languageName(tag) {
  try {
    return tag ? languages.of(tag) : '';
  } catch {
    return tag;
  }
}

export const roleName = role => roles[role] ?? role;
export const kindName = kind => kind.replaceAll('-', ' ');
export const period = name => [name.from && `from ${name.from}`, name.until && `to ${name.until}`].filter(Boolean).join(' ');
export const percent = score => `${Math.round(score * 100)} %`;
