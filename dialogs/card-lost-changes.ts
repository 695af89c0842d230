/** What a message has changed in a report: only that may be said to have changed. */
import { fold } from './fold.ts';
import type { Report } from './card-lost-state.ts';

const ITEMS = ['whose', 'event', 'when', 'name', 'hsaId', 'rsid', 'unit', 'phone', 'email', 'employed', 'reporter'] as const;
export type Item = (typeof ITEMS)[number];

export function changedItems(before: Report, after: Report): readonly Item[] {
  const changed = ITEMS.filter((item) => valueOf(before, item) !== valueOf(after, item));
  // With another holder everything that is told of the holder is another's too.
  return changed.includes('whose') ? ['whose'] : changed;
}

function valueOf({ who, event, when, holder, reporter, employed }: Report, item: Item): unknown {
  switch (item) {
    case 'whose':
      return who === 'colleague';
    case 'event':
      return event;
    case 'when':
      return when?.words;
    case 'phone':
    case 'email':
      return `${holder[item] ?? ''} ${reporter[item] ?? ''}`.trim();
    case 'employed':
      return employed;
    case 'reporter':
      return reporter.name;
    case 'name':
    case 'hsaId':
    case 'rsid':
      return holder[item];
    case 'unit':
      return fold(`${holder.unit ?? ''} ${reporter.unit ?? ''}`);
  }
}
