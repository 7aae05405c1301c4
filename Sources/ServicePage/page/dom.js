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

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;

// A name of any script, kept apart from the direction of the text around it.
export function isolated(text, language) {
  const direction = rightToLeft.test(text) ? 'rtl' : 'auto';
  return make('bdi', { dir: direction, lang: language || (direction === 'rtl' ? 'ar' : null) }, text);
}

export function say(text) {
  document.getElementById('status').textContent = text;
}

export function copyButton(text, label = 'Copy') {
  const button = make('button', { type: 'button', class: 'small', 'aria-label': `${label} ${text.slice(0, 80)}` }, label);
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(text);
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'Not allowed';
    }
    setTimeout(() => { button.textContent = label; }, 1500);
  });
  return button;
}

// Asks the service; `body` makes it a POST. When a key is needed, the person is asked for it once.
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
  let response = await request();
  if (response.status === 401 && await askForKey()) response = await request();
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail ?? response.statusText);
  return answer;
}

let waitingForKey = null;

function askForKey() {
  waitingForKey ??= new Promise(resolve => {
    const dialog = document.getElementById('key');
    const value = document.getElementById('key-value');
    dialog.addEventListener('close', () => {
      waitingForKey = null;
      if (value.value) sessionStorage.setItem('key', value.value);
      resolve(dialog.returnValue === 'use' && value.value !== '');
      value.value = '';
    }, { once: true });
    dialog.showModal();
  });
  return waitingForKey;
}

const roles = {
  name: 'name', alias: 'other name', weakAlias: 'weak other name', previousName: 'former name',
  abbreviation: 'abbreviation', translation: 'translation',
};

export const roleName = role => roles[role] ?? role;
export const kindName = kind => kind.replaceAll('-', ' ');
export const period = name => (name.from || name.until ? `${name.from ?? ''}–${name.until ?? ''}` : '');
export const percent = score => `${Math.round(score * 100)} %`;
