import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardLost, type CardLostState } from '../../dialogs/card-lost.ts';
import type { Effect, Step } from '../../dialogs/dialog.ts';
import { contextIn } from './subjects.ts';

const reporter = { id: 'aad-1', name: 'Berit Exempelsson', email: 'berit.exempelsson@example.se', phone: '040-331122', verified: true };
const context = contextIn('sv', reporter);

/** How people begin when it is somebody else's card. */
const person = fc.constantFrom('min kollega', 'vår sekreterare', 'min anställde', 'en i personalen', 'en av killarna', 'min kollega Lisa Testsson', 'kollegan Per Ek', 'en av mina medarbetare', 'en vikarie hos oss', 'vi har en vikarie som', 'min chef', 'min arbetskamrat', 'en undersköterska på min avdelning', 'Lisa Testsson på avd 12', 'en ny tjej på jobbet', 'hon', 'vikarien', 'my colleague Tom');
const loss = fc.constantFrom('har tappat sitt kort', 'har tappat kortet', 'har blivit av med sitt RS-kort', 'lost the card', 'har förlorat kortet i morse', 'har slarvat bort sitt kort i går kväll');
const owned = fc.constantFrom('kollegans kort är borta', 'Lisas kort är stulet', 'hennes kort är borta i dag', 'jag skriver för en kollegas räkning, kortet är borta', 'Anna bad mig spärra hennes kort', 'jag och min kollega har tappat korten', 'jag ska spärra kortet åt en kollega', 'borttappat kort för Lena Testsson', 'kortet är borta, gäller Lena Testsson avd 3', 'lena har tappat kortet', 'dottern har tappat kortet', 'tappat kortet, det är inte jag utan Petra', 'tappat kortet, jag heter Lisa Testsson', 'kan du spärra Mohammed Testssons kort', 'ett av våra kort är borta, Lena Testssons');
const opening = fc.oneof(fc.tuple(person, loss).map((parts) => parts.join(' ')), owned);

/** Anything but the plain words or the button that say "my own card". */
const answer = fc.constantFrom(
  'ja', 'jo', 'yes', 'japp', 'ja det är jag', 'det stämmer', 'ok', 'nej', 'vet inte', 'i morse', 'nyss', 'Lisa Testsson, avd 12', 'Berit Exempelsson', '040-331122', 'hon är anställd av Region Skåne', 'ja hon är anställd', 'inte i går utan i förrgår', 'det blev stulet', 'fel namn',
  '#yes', '#skip', '#lost', '#employed-yes', '#employed-no', '#own-card-yes', '#other-person', '#colleague', '#correct-who', '#correct-when', '#correct-event', '#back',
);

test('a report that begins with another person as the holder never blocks the card of the one who is signed in', () => {
  let sent = 0;
  fc.assert(
    fc.property(opening, fc.array(answer, { minLength: 4, maxLength: 25 }), (text, answers) => {
      for (const effect of effectsOf(text, answers)) {
        sent += 1;
        expect(effect).toMatchObject({ kind: 'blockCard', request: { verified: false } });
      }
    }),
    { numRuns: 1500 },
  );
  // Otherwise nothing was tried.
  expect(sent).toBeGreaterThan(0);
});

function effectsOf(text: string, answers: readonly string[]): readonly Effect[] {
  let step: Step<CardLostState> = cardLost.start(context, { intent: 'card-lost', text });
  for (const given of answers) {
    if (step.then !== 'ask') break;
    const next = answered(step.state, given);
    if (next.then !== 'misunderstood') step = next;
  }
  return step.then === 'await' ? step.effects : [];
}

function answered(state: CardLostState, given: string): Step<CardLostState> {
  const before = given === '#back' ? cardLost.back(state) : null;
  if (before !== null) return { then: 'ask', state: before };
  const { choices = [] } = cardLost.ask(state, context);
  const words = given.startsWith('#') ? '' : given;
  const choice = given.startsWith('#') ? given.slice(1) : (choices.find(({ label, typed = [] }) => label.toLowerCase() === given.toLowerCase() || typed.includes(given.toLowerCase()))?.id ?? null);
  return cardLost.step(state, { text: words, choice }, context);
}
