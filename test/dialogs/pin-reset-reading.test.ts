/** What people type in the PIN reset, and what is made of it: each row is a text and where it leads. */
import { describe, expect, it } from 'vitest';
import type { Step } from '../../dialogs/dialog.ts';
import { stepNumber } from '../../dialogs/pin-reset-state.ts';
import type { PinResetState, Place } from '../../dialogs/pin-reset-state.ts';
import { sv } from '../../dialogs/pin-reset.sv.ts';
import { after, said, stateOf } from './pin-reset-talk.ts';
import { contextIn } from './subjects.ts';

/** Where a step leads, in a word or two; what it says stands in `said`. */
function leadsTo(step: Step<PinResetState>): string {
  if (step.then === 'switch') return step.to;
  return step.then === 'ask' ? nameOf(step.state.place) : step.then;
}

function nameOf(place: Place): string {
  if (place.at === 'guide') return place.spot.all ? `${place.spot.guide}, all` : `${place.spot.guide} ${stepNumber(place.spot)}`;
  return place.at === 'advice' ? `advice on ${place.trouble}` : place.at;
}

const forgotten = (...answers: string[]) => after({ text: 'glömt pin' }, answers);
const unlocking = (...answers: string[]) => forgotten('ja', 'klart', ...answers);
const changing = (...answers: string[]) => after({ intent: 'pin-change' }, ['klart', 'klart', 'klart', 'legitimering', ...answers]);
const withoutPuk = (...answers: string[]) => forgotten('nej', ...answers);
const failing = (...answers: string[]) => unlocking('funkar inte', ...answers);
const advised = (...answers: string[]) => unlocking('hittar inte ikonen', ...answers);

describe('at the question about the PUK', () => {
  it.each([
    ...['jajamen', 'jodå', 'mm', 'yes', '👍', 'den har jag här', 'den står i kuvertet', 'har brevet kvar', 'tror det', 'nej vänta, jag hittade den', 'fixat'].map((text) => [text, 'unlock 1']),
    ...['nepp', 'nej den är borta', 'har slängt brevet', 'jag har aldrig fått nån puk', 'har glömt den', 'minns inte', 'hittar inte kuvertet', 'nej tack'].map((text) => [text, 'employed']),
    ...['ja men den ligger hemma', 'ja hemma', 'chefen har den', 'min kollega har puken', 'min man har puken i sin väska', 'nej vänta', 'jag ringer sambon, vänta', 'kanske', 'var står den?', 'kan ni låsa upp det åt mig?', 'vem har hand om det'].map((text) => [text, 'puk']),
    ['nej, jag är anställd av region skåne', 'finish'],
    ['jag har ingen puk men jag jobbar på SUS', 'finish'],
    ['nej jag har ingen puk och jag jobbar privat', 'escalation'],
    ['nej, privat vårdgivare', 'escalation'],
    ['den funkar inte', 'escalation'],
    ['puken är spärrad', 'escalation'],
    ['jag vill bara byta', 'change 1'],
    ['vänta, nu kom jag på den. kan jag byta den ändå?', 'change 1'],
  ])('"%s" leads to %s', (text, place) => {
    const step = forgotten(text);
    expect(step.then === 'misunderstood' ? 'puk' : leadsTo(step)).toBe(place);
  });

  it('keeps who employs and which code, and asks for neither again', () => {
    expect(stateOf(forgotten('det gäller koden för underskrift'))).toMatchObject({ code: 'underskrift', place: { at: 'puk' } });
    expect(forgotten('jag är anställd av region skåne', 'nej').then).toBe('finish');
  });

  it('says that a locked PIN needs the PUK to whoever remembers it', () => {
    expect(said(after({ text: 'min pin är låst' }, ['nu minns jag koden']))).toBe(sv.say.lockedNeedsPuk);
  });
});

describe('a card that is gone', () => {
  const gone = [
    'jag har tappat mitt e-tjänstekort', 'har tappat sithskortet', 'kortet har jag tappat', 'det är kortet som är borta', 'jag hittar inte kortet', 'hela plånboken är borta', 'både puk och kort är borta', 'jag har inte kortet kvar', 'kortet blev kvar på bussen',
    'tappade kortet på bussen igår, hittar inte det', 'nä nu hittar jag inte kortet, tror nån snott det', 'I lost my card',
  ];
  const places = [['the PUK', forgotten], ['the employer', withoutPuk], ['a step', unlocking], ['the trouble', failing], ['the advice', advised]] as const;

  it.each(places)('is handed over at the question about %s', (_, talk) => {
    for (const text of gone) expect([text, leadsTo(talk(text))]).toEqual([text, 'card-lost']);
  });

  it.each(['jag tappade det igår och ringde och spärrade det', 'jag har redan spärrat kortet', 'kortet är spärrat för jag anmälde det borttappat igår', 'kortet blev stulet igår så jag spärrade det'])('is not blocked again after "%s"', (text) => {
    const step = forgotten(text);
    expect(step.then).toBe('finish');
    expect(said(step)).toContain('Jag kan inte se om spärren har gått igenom');
  });

  it.each([
    ['tappat puken', 'employed'], ['kuvertet är borta', 'employed'], ['ikonen är borta', 'advice on no-icon'], ['den hittar inget kort', 'advice on card-not-read'], ['datorn hittar inte kortet', 'advice on card-not-read'], ['jag måste byta dator', 'misunderstood'],
  ])('is not what "%s" tells of', (text, place) => {
    expect(leadsTo(text.includes('kuvert') ? forgotten(text) : unlocking(text))).toBe(place);
  });
});

describe('who employs', () => {
  const ritz = ['ja', 'ja jag är anställd', 'anställd', 'ja sen 2010', 'regionanställd', 'regionen', 'SUS', 'jag jobbar på SUS i Malmö', 'skånes universitetssjukhus', 'region skåne'];
  const servicedesk = [
    'nej', 'ja på capio', 'anställd av praktikertjänst', 'ja av praktikertjänst', 'jo fast av kommunen', 'malmö stad', 'ja, men via bemanning', 'jobbar på SUS via bemanning', 'region halland', 'anställd i region halland', 'jag jobbar i region blekinge', 'ja men inte av regionen', 'nej men jag jobbar på sjukhuset',
    'hyrsjuksköterska', 'egen företagare', 'statligt anställd', 'Lunds universitet', 'jag är inte anställd men kan jag beställa i ritz ändå?', 'jag kommer inte in i ritz utan kort', 'I work for a private clinic',
  ];
  const unclear = ['vet inte', 'vårdcentral', 'på sjukhuset', 'helsingborgs lasarett', 'ja på folktandvården', 'vikarie', 'läkarstudent på praktik', 'både och', 'varför undrar du?', '#employed-unsure'];

  it.each(ritz)('is Region Skåne for "%s"', (text) => {
    expect(said(withoutPuk(text))).toContain('Beställ en ny PUK-kod i Ritz');
  });

  it.each(servicedesk)('is nobody whom Ritz is for, for "%s"', (text) => {
    const step = withoutPuk(text);
    expect(leadsTo(step)).toBe('escalation');
    expect(said(step)).not.toContain('Ritz');
  });

  it.each(unclear)('is asked again with the reason for "%s"', (text) => {
    const step = withoutPuk(text);
    expect(leadsTo(step)).toBe('employed');
    expect(said(step)).toContain('Det är arbetsgivaren som räknas');
  });

  it.each(['hittade puken nu', 'nu hittade jag kuvertet', 'nej vänta, jag hittade den', 'nej den var i lådan', 'jag har puken'])('matters no more once the PUK is found: "%s"', (text) => {
    expect(leadsTo(withoutPuk(text))).toBe('unlock 1');
  });
});

describe('at a step', () => {
  const done = [
    'Klart!', 'det är gjort', 'det har jag gjort', 'fixat', 'färdig', 'redan gjort', 'gjort, sen då?', 'och sen?', 'vad gör jag nu', 'gå vidare', 'mm klart', 'jajamen', 'absolut', 'sådär ja', 'nu gick det', 'funkar', 'menyn är uppe', 'ja nu har jag högerklickat', 'de e gjort', 'toppen', 'allt bra', 'allt klart',
    'klart?', 'ok nu då', 'å nu då', '👍🏽', '✅', 'did it', 'what now',
  ];
  const described = [
    'ja men menyn är grå', 'klart, fast det blev rött', 'jo men den frågar om uppdatering', 'ok knappen saknas', 'ok men jag ser ingen sån', 'det kommer upp ett fel', 'finns inget sånt val', 'det finns inget som heter lås upp kort med puk', 'allt är svart', 'jag startade om, samma sak',
  ];

  it.each(done)('"%s" is done', (text) => {
    expect(leadsTo(unlocking(text))).toBe('unlock 3');
  });

  it.each(described)('"%s" is trouble in the user\'s own words', (text) => {
    expect(stateOf(unlocking(text)).place).toMatchObject({ at: 'advice', trouble: 'other', words: text, spot: { step: 'icon' } });
  });

  it.each([
    ['nope', 'failure'], ['inget händer', 'failure'], ['samma sak', 'failure'], ['ja fast inget händer', 'failure'],
    ['finns ingen sån ikon', 'advice on no-icon'], ['det finns ingen net id-ikon längst ner till höger', 'advice on no-icon'], ['alla ikoner är borta', 'advice on no-icon'],
    ['det står att kortet inte kan läsas', 'advice on card-not-read'], ['kortläsaren blinkar inte', 'advice on card-not-read'], ['the card can\'t be read', 'advice on card-not-read'],
    ['den säger fel puk', 'escalation'], ['puken är också låst', 'escalation'], ['jag har tappat puken', 'employed'],
  ])('"%s" leads to %s', (text, place) => {
    expect(leadsTo(unlocking(text))).toBe(place);
  });

  it.each([
    ['hoppa till steg 4', 'unlock 4'], ['4', 'unlock 4'], ['3 av 5', 'unlock 3'], ['steg fyra', 'unlock 4'], ['jag är på steg 4 redan', 'unlock 4'], ['6', 'misunderstood'], ['förra steget', 'unlock 1'], ['tillbaks', 'unlock 1'],
    ['upprepa', 'unlock 2'], ['kan du säga det igen', 'unlock 2'], ['vilket steg är jag på?', 'unlock 2'], ['skriv alla stegen', 'unlock, all'], ['ge mig allt på en gång', 'unlock, all'], ['kan vi ta det från början', 'unlock 1'], ['go to step 4', 'unlock 4'],
  ])('"%s" moves to %s', (text, place) => {
    expect(leadsTo(unlocking(text))).toBe(place);
  });

  it.each([
    ['vad menas', sv.explain.step.icon], ['fattar inte', sv.explain.step.icon], ['ok men var är den', sv.explain.step.icon], ['vilken ikon?', sv.explain.netId], ['vad är net id', sv.explain.netId], ['klart, vad är puk?', sv.explain.puk],
    ['klart och vad är underskrift', sv.explain.difference], ['är det samma kod?', sv.explain.difference], ['hur många siffror', sv.explain.digits], ['vilka siffror får jag inte ha', sv.explain.digits], ['vad är pin?', sv.explain.pin],
    ['inte riktigt klart', sv.say.takeYourTime], ['strax', sv.say.takeYourTime], ['det är patienten som är dålig', sv.say.ill], ['det står att koden är spärrad', sv.say.lockedIsWhy],
  ])('"%s" is answered, and the step stands', (text, answer) => {
    const step = unlocking(text);
    expect([said(step), leadsTo(step)]).toEqual([answer, 'unlock 2']);
  });

  it('takes a question about a refused PUK for a question', () => {
    expect(said(unlocking('vad händer om jag skriver fel puk?'))).toBe(sv.explain.pukSilent(sv.numbers('30000', '0776-730000')));
  });

  it.each(['tack så mycket, nu funkar det!', 'tack, klart', 'allt bra nu', 'funkar!', 'super tack!'])('all at once is over after "%s"', (text) => {
    expect(leadsTo(forgotten('ja', 'visa alla steg', text))).toBe('finish');
  });

  it.each([['3', 'unlock 3'], ['ett steg i taget', 'unlock 1'], ['fastnade på steg 3', 'advice on other'], ['hejdå', 'misunderstood']])('all at once, "%s" leads to %s', (text, place) => {
    expect(leadsTo(forgotten('ja', 'visa alla steg', text))).toBe(place);
  });

  it.each(['det löste sig', 'det behövs inte längre', 'strunt samma'])('"%s" ends it, and nothing is sent', (text) => {
    expect(unlocking(text)).toEqual({ then: 'finish', say: [{ text: sv.end.over }] });
  });
});

describe('a change of mind', () => {
  it.each(['jag vill byta pin', 'vill byta pin istället', 'jag kan ju min pin, vill bara byta den', 'jag kom på koden', 'I want to change my pin instead'])('turns the unlocking into a change: "%s"', (text) => {
    expect(leadsTo(unlocking(text))).toBe('change 1');
  });

  it.each(['har glömt den gamla', 'fel jag menade att jag glömt den', 'den är låst', 'jag har låst den nu', 'den säger att gamla är fel', 'gamla koden funkar inte', 'jag skrev fel tre gånger'])('turns the change into an unlocking: "%s"', (text) => {
    expect(leadsTo(changing(text))).toBe('puk');
  });

  it.each(['de nya koderna stämmer inte överens', 'det står att pin är för kort', 'den godtar inte nya koden'])('is none for "%s"', (text) => {
    expect(leadsTo(changing(text))).toBe('advice on other');
  });

  it('does not ask for the PUK again', () => {
    expect(leadsTo(unlocking('jag vill byta pin', 'har glömt den gamla'))).toBe('unlock 1');
  });
});

describe('both codes', () => {
  it('are made one after the other', () => {
    const first = changing('klart');
    expect(leadsTo(first)).toBe('change 6');
    const both = after({ intent: 'pin-change', text: 'byta pin för både legitimering och underskrift' }, ['klart', 'klart', 'klart', 'klart', 'klart', 'klart']);
    expect([said(both), leadsTo(both)]).toEqual([sv.say.otherCode, 'change 2']);
    expect(stateOf(both).code).toBe('underskrift');
  });

  it('can be chosen at their step, which then names the first', () => {
    expect(stateOf(forgotten('ja', 'klart', 'klart', 'klart', 'båda'))).toMatchObject({ code: 'both', place: { spot: { step: 'code' } } });
  });
});

describe('at "what happens?" and after advice', () => {
  it.each([['det funkar nu', 'unlock 2'], ['nu löste det sig', 'unlock 2'], ['det står att puk är blockerad', 'escalation'], ['fönstret är tomt', 'advice on other'], ['läsaren är trasig', 'advice on card-not-read']])('"%s" leads to %s from what happens', (text, place) => {
    expect(leadsTo(failing(text))).toBe(place);
  });

  it.each([['har provat allt det där', 'escalation'], ['jag har redan provat det', 'escalation'], ['nope', 'escalation'], ['kan inte installera själv', 'escalation'], ['på en annan dator gick det bra', 'unlock 2'], ['ja tack', 'unlock 2'], ['återkommer', 'advice on no-icon']])('"%s" leads to %s after advice', (text, place) => {
    expect(leadsTo(advised(text))).toBe(place);
  });
});

describe('an opening that tells more', () => {
  it.each([
    ['puk-forgotten', 'glömt pinkod till underskrift har kvar kuvertet med puk', 'unlock 1'],
    ['pin-forgotten', 'har glömt pin och puk, jobbar privat', 'escalation'],
    ['puk-forgotten', 'behöver ny puk jag är anställd', 'finish'],
    ['puk-forgotten', 'behöver ny puk, jobbar på capio', 'escalation'],
    ['puk-forgotten', 'fel puk', 'escalation'],
    ['puk-forgotten', 'vad är puk', 'case'],
    ['pin-forgotten', 'glömt PIN och PUK', 'employed'],
    ['pin-forgotten', 'kortet är spärrat efter tre fel', 'puk'],
    ['pin-forgotten', 'pinkoden är spärrad', 'puk'],
    ['pin-forgotten', 'låst kod, har kvar brevet med puken hemma tror jag', 'puk'],
    ['pin-forgotten', 'har glömt koden till underskrift, ge mig alla stegen på en gång, har puk', 'unlock, all'],
  ])('%s "%s" starts at %s', (intent, text, place) => {
    expect(leadsTo(after({ intent, text }))).toBe(place);
  });

  it('never names Ritz for a refused PUK', () => {
    expect(said(after({ intent: 'puk-forgotten', text: 'puken är låst' }))).not.toContain('Ritz');
  });

  it('names the code at its step when it is known', () => {
    expect(stateOf(after({ text: 'glömt koden för underskrift, har puk' })).code).toBe('underskrift');
  });
});

describe('Swedish and English are read in either conversation', () => {
  it.each([['klart', 'unlock 2'], ['done', 'unlock 2'], ['vad är puk', 'unlock 1']])('"%s" leads to %s in English', (text, place) => {
    expect(leadsTo(after({ text: 'I forgot my PIN' }, ['yes', text], contextIn('en')))).toBe(place);
  });
});
