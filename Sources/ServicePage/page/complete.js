// What was typed, as the beginning of a longer name.
import { entityLink, isolated, kindName, make } from './dom.js';
import { section } from './entity.js';

// Entities with a name that goes on so.
export function completions(list) {
  return section('Names that begin so', make('ul', { class: 'completions', role: 'list' }, list.map(item => make('li', {},
    entityLink(item.id, isolated(item.matched.name, item.matched.language)),
    make('span', { class: 'meta' }, item.caption === item.matched.name ? null : [' ', isolated(item.caption)], ` · ${kindName(item.kind)}`)))));
}
