// Many names: a pasted column becomes a table to download.
import { ask, entityLink, isolated, isWaiting, kindName, leastScore, make, nothing, percent, say, setWaiting } from './dom.js';

const step = 50;
const mostTries = 10;
const mostShown = 200;
const columns = ['name', 'id', 'caption', 'kind', 'score', 'matched', 'role', 'normalized', 'arabic', 'error'];

// The form, what was found, and how much; whoever follows a name and comes back finds both as they were.
let view = null;

export function showTable(content, isReturning) {
  view ??= makeView();
  content.replaceChildren(view.form, view.result);
  document.title = 'Many names – Ism';
  say(view.summary);
  if (!isReturning) view.form.elements.names.focus();
}

function makeView() {
  const area = make('textarea', { id: 'names', dir: 'auto', spellcheck: 'false', 'aria-describedby': 'names-hint' });
  const button = make('button', { type: 'submit' }, 'Look them up');
  const result = make('div', {});
  const form = make('form', {},
    make('label', { for: 'names' }, 'Names, one a line'),
    area,
    make('p', { id: 'names-hint', class: 'hint' }, 'Paste a column of a spreadsheet. Each name gets its likeliest entity and its standard forms.'),
    make('div', { class: 'actions' }, button));
  form.addEventListener('submit', async event => {
    event.preventDefault();
    if (isWaiting(button)) return;
    const names = area.value.split(/\r?\n/).map(name => name.trim()).filter(Boolean);
    if (!names.length) return say('There is no name yet.');
    setWaiting(button, true);
    // Another view may be shown by then, which says other things.
    const tell = text => form.isConnected && say(text);
    try {
      const rows = await lookUp(names, tell);
      result.replaceChildren(...show(rows));
      made.summary = summary(rows);
      tell(made.summary);
    } catch (error) {
      tell(error.message);
    } finally {
      setWaiting(button, false);
    }
  });
  const made = { form, result, summary: '' };
  return made;
}

async function lookUp(names, tell) {
  const rows = [];
  let [count, tries] = [step, 0];
  while (rows.length < names.length) {
    tell(`${rows.length} of ${names.length} …`);
    const part = names.slice(rows.length, rows.length + count);
    try {
      const [found, forms] = await Promise.all([
        ask('search', { body: { names: part, limit: 1, minScore: leastScore } }),
        ask('normalize', { body: { texts: part } }),
      ]);
      part.forEach((name, place) => rows.push(row(name, found.answers[place], forms.answers[place])));
      tries = 0;
    } catch (error) {
      // The service has much to do, or these were too many for its time.
      if (!error.isBusy || ++tries > mostTries) throw error;
      count = Math.ceil(count / 2);
      await new Promise(resolve => { setTimeout(resolve, 1000); });
    }
  }
  return rows;
}

function summary(rows) {
  const refused = rows.filter(row => row.error).length;
  const names = rows.length === 1 ? '1 name' : `${rows.length} names`;
  return `${names}, ${rows.filter(row => row.id).length} with an entity${refused ? `, ${refused} refused` : ''}`;
}

function row(name, { matches, error = '' }, form) {
  const match = matches?.[0];
  return {
    name, id: match?.id ?? '', caption: match?.caption ?? '', kind: match?.kind ?? '', score: match?.score ?? '',
    matched: match?.matched.name ?? '', role: match?.matched.role ?? '', normalized: form.normalized ?? '', arabic: form.arabic ?? '',
    error,
  };
}

function show(rows) {
  const body = rows.slice(0, mostShown).map(row => make('tr', {},
    make('th', { scope: 'row' }, isolated(row.name)),
    make('td', {}, row.id ? entityLink(row.id, isolated(row.caption)) : row.error || nothing()),
    make('td', { class: 'wide' }, row.kind ? kindName(row.kind) : nothing()),
    make('td', { class: 'number' }, row.id ? percent(row.score) : nothing()),
    make('td', { class: 'written' }, row.normalized ? isolated(row.normalized) : nothing()),
    make('td', { class: 'written' }, row.arabic ? isolated(row.arabic) : nothing())));
  const titles = [['Name'], ['Entity'], ['Kind', 'wide'], ['Score'], ['Standard form'], ['Arabic']];
  const table = make('table', {},
    make('caption', {}, rows.length > mostShown ? `The first ${mostShown} of ${rows.length}; the download has all` : `${rows.length} names`),
    make('thead', {}, make('tr', {}, titles.map(([title, name]) => make('th', { scope: 'col', class: name ?? null }, title)))),
    make('tbody', {}, body));
  return [
    make('div', { class: 'actions' },
      download('names.csv', 'text/csv', 'Download CSV', () => '\ufeff' + text(rows, ',', quoted, '\r\n')),
      download('names.tsv', 'text/tab-separated-values', 'Download TSV', () => text(rows, '\t', plain, '\n'))),
    // Its last columns hold nothing that takes the focus, so it takes it itself and scrolls by the arrows.
    make('div', { class: 'scroll', tabindex: 0, role: 'region', 'aria-label': 'What was found' }, table),
  ];
}

const text = (rows, separator, cell, end) =>
  [columns, ...rows.map(row => columns.map(column => row[column]))]
    .map(values => values.map(value => cell(String(value))).join(separator) + end).join('');

// A spreadsheet takes a cell that begins with one of these for a formula; a name is none.
const defused = value => (/^[=+\-@]/.test(value) ? "'" + value : value);
const quoted = value => '"' + defused(value).replaceAll('"', '""') + '"';
const plain = value => defused(value).replace(/[\t\r\n]/g, ' ');

function download(name, type, label, content) {
  return make('button', {
    type: 'button',
    onclick: () => {
      const url = URL.createObjectURL(new Blob([content()], { type: type + ';charset=utf-8' }));
      const link = make('a', { href: url, download: name, hidden: true });
      document.body.append(link);
      link.click();
      link.remove();
      setTimeout(() => URL.revokeObjectURL(url), 10000);
    },
  }, label);
}
