/** Wording of the PIN reset, Swedish. The facts are those of the page PIN- och PUK-koder and of the owner's FAQ. */
import type { ChoiceId } from './pin-reset-choices.ts';
import type { Code, Guide, StepName, Trouble } from './pin-reset-state.ts';

/** Both ways to Servicedesk, e.g. "30000 (internt) eller 0776-730000 (externt)". */
type Numbers = string;
/** A page as a Markdown link, or its title where no address is known. */
type Page = string;

export interface Wording {
  readonly numbers: (internal: string, external: string) => Numbers;
  readonly labels: Readonly<Record<ChoiceId, string>>;
  readonly short: {
    readonly case: (unlocking: Page) => string;
    readonly unlock: (unlocking: Page) => string;
    readonly change: (changing: Page) => string;
    readonly employed: (ritz: Page, numbers: Numbers) => string;
  };
  readonly ask: {
    readonly case: string;
    readonly puk: string;
    readonly employed: string;
    readonly step: (number: number, of: number, step: string) => string;
    readonly all: (guide: Guide, steps: readonly string[]) => string;
    readonly failure: string;
    readonly advice: (trouble: Trouble, test: Page) => string;
  };
  readonly steps: Readonly<Record<StepName, string>>;
  /** The code step when it is known which one. */
  readonly chosenCode: Readonly<Record<Code, string>>;
  readonly explain: {
    readonly puk: string;
    readonly wherePuk: string;
    /** On the length of a PUK and on wrong tries: the source says nothing. */
    readonly pukSilent: (numbers: Numbers) => string;
    readonly pin: string;
    readonly digits: string;
    readonly difference: string;
    readonly netId: string;
    readonly canYou: string;
    readonly ritz: (ritz: Page, numbers: Numbers) => string;
    readonly employer: (ritz: Page, numbers: Numbers) => string;
    /** Each step in other words. */
    readonly step: Readonly<Record<StepName, string>>;
  };
  readonly say: {
    readonly noPuk: string;
    readonly oldPinRefused: (unlocking: Page) => string;
    readonly goesOn: string;
    readonly otherCode: string;
    readonly pukElsewhere: string;
    readonly lockedNeedsPuk: string;
    readonly lockedIsWhy: string;
    readonly takeYourTime: string;
    readonly ill: string;
    /** Each before Servicedesk takes over, which gives the numbers. */
    readonly toServicedesk: Readonly<Record<'no-puk' | 'wrong-puk' | 'still-failing', string>>;
  };
  readonly end: {
    readonly unlock: (test: Page) => string;
    readonly change: (test: Page) => string;
    readonly ritz: (ritz: Page, unlocking: Page, numbers: Numbers) => string;
    readonly alreadyBlocked: (ordering: Page, numbers: Numbers) => string;
    readonly over: string;
  };
  readonly ticket: {
    readonly subject: Readonly<Record<Guide | 'no-puk' | 'pin', string>>;
    readonly cause: Readonly<Record<'forgotten' | 'locked' | 'change' | 'puk-lost' | 'unknown', string>>;
    readonly code: Readonly<Record<Code, string>>;
    readonly employed: Readonly<Record<'yes' | 'no', string>>;
    readonly stopped: (guide: Guide, number: number, of: number, step: string) => string;
    readonly allShown: (guide: Guide) => string;
    readonly stepNames: Readonly<Record<StepName, string>>;
    readonly trouble: Readonly<Record<Trouble | 'wrong-puk', string>>;
    readonly ownWords: (words: string) => string;
    readonly advised: Readonly<Record<Trouble, string>>;
    readonly stillFailing: string;
  };
}

const never = 'Lämna aldrig ut dina koder, och skriv dem aldrig i chatten.';
const reread = 'Läs in kortet på nytt: högerklicka på Net iD-ikonen längst ner till höger på skärmen och välj ”Läs in kortet på nytt”.';
const driver = 'Kontrollera att kortläsarens drivrutin är installerad på datorn.';
const netId = 'Kontrollera att ett licensierat Net iD för SITHS är installerat på datorn.';
const elsewhere = 'Prova ditt kort på någon annans dator där du vet att det fungerar. Be någon med ett fungerande kort att prova det på din.';
const selfTest = (test: Page) => `Kontrollera kortet själv på ${test}.`;

const advice: Readonly<Record<Trouble, (test: Page) => readonly string[]>> = {
  'card-not-read': (test) => [driver, reread, elsewhere, selfTest(test)],
  'no-icon': (test) => [netId, elsewhere, selfTest(test)],
  other: (test) => [selfTest(test), reread, driver, netId, elsewhere],
};

const instruction: Readonly<Record<Guide, string>> = { unlock: 'Instruktion för upplåsning', change: 'Instruktion för ändring av PIN-koder' };

export const sv: Wording = {
  numbers: (internal, external) => `${internal} (internt) eller ${external} (externt)`,
  labels: {
    forgot: 'Jag har glömt PIN-koden',
    locked: 'Koden är låst',
    change: 'Jag vill ändra min PIN-kod',
    'puk-lost': 'Jag har inte min PUK-kod',
    'card-lost': 'Kortet är borta eller stulet',
    'puk-yes': 'Ja, jag har PUK-koden',
    'puk-no': 'Nej, jag har den inte',
    'what-is-puk': 'Vad är PUK-koden?',
    'employed-yes': 'Ja, av Region Skåne',
    'employed-no': 'Nej, av någon annan',
    'employed-unsure': 'Vet inte',
    done: 'Klart',
    failed: 'Det fungerade inte',
    'all-steps': 'Visa alla steg',
    legitimering: 'Legitimering',
    underskrift: 'Underskrift',
    'both-codes': 'Båda koderna',
    'what-is-the-difference': 'Vad är skillnaden?',
    'card-not-read': 'Kortet läses inte',
    'no-icon': 'Jag hittar inte ikonen',
    'wrong-puk': 'PUK-koden godtas inte',
    'wrong-pin': 'Den gamla koden godtas inte',
    other: 'Något annat',
    worked: 'Nu fungerar det',
    'still-failing': 'Det fungerar inte',
  },
  short: {
    case: (unlocking) => `Om PIN-koden är glömd eller låst efter fel kod låser du upp kortet med din PUK-kod. Stegen finns i ${unlocking}. Är kortet borta eller stulet ska det spärras så snart som möjligt.`,
    unlock: (unlocking) => `Du behöver skapa en ny PIN-kod. Det gör du med din PUK-kod, och den låser också upp kortet. Alla steg finns i ${unlocking}.`,
    change: (changing) => `Du kan ändra PIN-koden själv om du kan den gamla. Gör det gärna om någon annan kan känna till koden. Alla steg finns i ${changing}.`,
    employed: (ritz, numbers) => `Om du är anställd av Region Skåne: beställ en ny PUK-kod i ${ritz}. Annars: ring Servicedesk på ${numbers}.`,
  },
  ask: {
    case: 'Vad gäller det?',
    puk: 'Har du din PUK-kod? Svara bara ja eller nej. Skriv aldrig själva koden här.',
    employed: 'Är du anställd av Region Skåne?',
    step: (number, of, step) => `**Steg ${number} av ${of}.** ${step}`,
    all: (guide, steps) => `${guide === 'unlock' ? 'Så låser du upp kortet och skapar en ny PIN-kod:' : 'Så ändrar du PIN-koden:'}\n\n${steps.map((step, index) => `${index + 1}. ${step}`).join('\n')}\n\nFungerade det?`,
    failure: 'Vad händer? Välj det som stämmer bäst, eller beskriv det på en rad. Skriv aldrig några koder här.',
    advice: (trouble, test) => `Prova det här, i tur och ordning:\n\n${advice[trouble](test).map((line, index) => `${index + 1}. ${line}`).join('\n')}\n\nFungerar det nu?`,
  },
  steps: {
    insert: 'Sätt kortet i läsaren. Vänta tills det är inläst och symbolen har slutat snurra.',
    icon: 'Högerklicka på Net iD-ikonen längst ner till höger på skärmen.',
    'unlock-menu': 'Välj ”Lås upp kort med PUK-kod”.',
    'unlock-window': 'Följ stegen i fönstret på skärmen. Du behöver din PUK-kod och en ny PIN-kod med 6 siffror som du väljer själv. Undvik siffror som kan kopplas till dig. Koderna hör hemma i fönstret, aldrig i chatten.',
    code: 'Välj vilken kod det gäller: legitimering (logga in) eller underskrift (skriva under).',
    'change-menu': 'Välj ”Ändra säkerhetskod”.',
    'change-window': 'Fyll i den gamla koden i fönstret på skärmen. Fyll sedan i en ny kod med 6 siffror och bekräfta den. Undvik siffror som kan kopplas till dig. Koderna hör hemma i fönstret, aldrig i chatten.',
    confirm: 'Tryck på OK.',
  },
  chosenCode: {
    legitimering: 'Välj ”legitimering” (logga in).',
    underskrift: 'Välj ”underskrift” (skriva under).',
    both: 'Välj ”legitimering” (logga in) först. När den är klar tar vi underskrift.',
  },
  explain: {
    puk: 'PUK-koden låser upp kortets två PIN-koder. Du behöver den när du har glömt en PIN-kod eller när den är låst efter tre felaktiga försök.',
    wherePuk: 'Jag har ingen uppgift om var just din PUK-kod finns. Hittar du den inte behöver du en ny: svara ”nej” så hjälper jag dig vidare.',
    pukSilent: (numbers) => `Det har jag ingen uppgift om. Är du osäker på PUK-koden, fråga Servicedesk på ${numbers}.`,
    pin: 'PIN-koden är den kod med 6 siffror som du använder tillsammans med kortet. Kortet har två: en för legitimering (logga in) och en för underskrift (skriva under).',
    digits: 'En PIN-kod har 6 siffror. Du väljer dem själv. Undvik siffror som kan kopplas till dig, till exempel personnummer eller telefonnummer.',
    difference: 'Kortet har två PIN-koder. Legitimering är koden för att logga in. Underskrift är koden för att skriva under. Välj den som det gäller.',
    netId: 'Net iD är programmet på datorn som hör till kortet. Ikonen finns längst ner till höger på skärmen.',
    canYou: 'Jag kan inte låsa upp kortet eller se dina koder. Du låser upp kortet själv på datorn med din PUK-kod, så går vi igenom stegen.',
    ritz: (ritz, numbers) => `I ${ritz} beställer du som är anställd av Region Skåne en ny PUK-kod. Kommer du inte in där, ring Servicedesk på ${numbers}.`,
    employer: (ritz, numbers) => `Jag frågar för att det avgör var du får en ny PUK-kod. Om du är anställd av Region Skåne: i ${ritz}. Annars: hos Servicedesk. Det är arbetsgivaren som räknas, inte platsen du arbetar på. Är du osäker, ring Servicedesk på ${numbers}.`,
    step: {
      insert: 'Kortet ska sitta i kortläsaren vid datorn. Medan det läses in snurrar en symbol. När den har stannat är steget klart.',
      icon: 'Net iD är programmet på datorn som hör till kortet. Dess ikon finns längst ner till höger på skärmen. Klicka på den med höger musknapp.',
      'unlock-menu': 'När du har högerklickat på ikonen finns ett val som heter ”Lås upp kort med PUK-kod”. Klicka på det.',
      code: 'Kortet har två PIN-koder. Legitimering är koden för att logga in. Underskrift är koden för att skriva under. Välj den som du ska göra en ny av.',
      'unlock-window': 'Nu visar datorn ett fönster. Fyll i det som fönstret ber om: din PUK-kod och en ny PIN-kod med 6 siffror som du hittar på själv. Skriv dem aldrig i chatten.',
      'change-menu': 'När du har högerklickat på ikonen finns ett val som heter ”Ändra säkerhetskod”. Klicka på det.',
      'change-window': 'Nu visar datorn ett fönster. Där fyller du i koden du har i dag och sedan den nya två gånger. Den nya har 6 siffror som du hittar på själv. Skriv dem aldrig i chatten.',
      confirm: 'Klicka på knappen OK i fönstret, så är den nya koden vald.',
    },
  },
  say: {
    noPuk: 'Utan PUK-kod går det inte att låsa upp kortet. Du behöver en ny PUK-kod först.',
    oldPinRefused: (unlocking) => `När du inte kan den gamla koden, eller när den inte godtas, behöver du skapa en ny med din PUK-kod. Efter tre felaktiga försök låses koden. Stegen finns i ${unlocking}.`,
    goesOn: 'Bra, då fortsätter vi där vi var.',
    otherCode: 'Bra, då är koden för legitimering klar. Nu gör vi samma sak för underskrift.',
    pukElsewhere: 'Du behöver ha PUK-koden framför dig när du låser upp kortet. Svara ”ja” när du har den, eller ”nej” om du inte kan få tag i den.',
    lockedNeedsPuk: 'En PIN-kod som är låst måste låsas upp med PUK-koden, även om du minns den.',
    lockedIsWhy: 'En låst kod låser du upp med de här stegen.',
    takeYourTime: 'Ta den tid du behöver.',
    ill: 'Ring 112 om det är akut. Ring annars 1177. Jag är en bot för e-tjänstekortet och kan inte hjälpa till med det.',
    toServicedesk: {
      'no-puk': 'Då är det Servicedesk som kan hjälpa dig vidare utan PUK-kod.',
      'wrong-puk': 'Jag har ingen uppgift om vad som gäller när PUK-koden inte godtas. Vänd dig till Servicedesk.',
      'still-failing': 'Då är Servicedesk nästa steg. Jag tar med det du redan har provat, så du slipper berätta det igen.',
    },
  },
  end: {
    unlock: (test) => `Bra, då har du en ny PIN-kod. ${never}\n\nTips: du kan kontrollera kortet själv på ${test}.`,
    change: (test) => `Bra, då är PIN-koden ändrad. ${never}\n\nTips: du kan kontrollera kortet själv på ${test}.`,
    ritz: (ritz, unlocking, numbers) => `Beställ en ny PUK-kod i ${ritz}. När du har den låser du upp kortet enligt ${unlocking}. Skriv ”lås upp kortet” här så går vi igenom stegen. ${never}\n\nKommer du inte in i Ritz eller vill ha mer hjälp: Servicedesk, ${numbers}.`,
    alreadyBlocked: (ordering, numbers) => `Jag kan inte se om spärren har gått igenom. Är du osäker, ring Servicedesk på ${numbers}. PUK-koden låser upp ett kort som du har kvar, men ersätter inte ett som är borta.\n\nOm du är anställd av Region Skåne: beställ ett nytt kort i ${ordering}. Annars beställer du på ett annat sätt, och kortstationen kan berätta hur.`,
    over: 'Okej, då släpper vi det. Inget har skickats. Skriv igen om du behöver hjälp.',
  },
  ticket: {
    subject: { pin: 'Behöver hjälp med PIN-koden.', unlock: 'Kan inte låsa upp kortet med PUK-kod.', change: 'Kan inte ändra PIN-kod på kortet.', 'no-puk': 'Har inte sin PUK-kod.' },
    cause: { forgotten: 'PIN-koden är glömd.', locked: 'PIN-koden är låst.', change: 'Den gamla PIN-koden är känd och ska ändras.', 'puk-lost': 'PUK-koden saknas.', unknown: 'PIN-koden är glömd eller låst.' },
    code: { legitimering: 'Det gäller koden för legitimering.', underskrift: 'Det gäller koden för underskrift.', both: 'Det gäller båda koderna.' },
    employed: { yes: 'Är anställd av Region Skåne.', no: 'Är inte anställd av Region Skåne.' },
    stopped: (guide, number, of, step) => `${instruction[guide]}: kom till steg ${number} av ${of}, ${step}.`,
    allShown: (guide) => `${instruction[guide]}: fick alla steg på en gång och kom inte hela vägen.`,
    stepNames: {
      insert: 'sätta kortet i läsaren',
      icon: 'högerklicka på Net iD-ikonen',
      'unlock-menu': 'välja ”Lås upp kort med PUK-kod”',
      'unlock-window': 'följa stegen i fönstret',
      code: 'välja legitimering eller underskrift',
      'change-menu': 'välja ”Ändra säkerhetskod”',
      'change-window': 'fylla i gammal och ny kod i fönstret',
      confirm: 'trycka på OK',
    },
    trouble: { 'card-not-read': 'Kortet läses inte.', 'no-icon': 'Net iD-ikonen syns inte.', other: 'Något annat gick fel.', 'wrong-puk': 'PUK-koden godtas inte.' },
    ownWords: (words) => `Med egna ord: ${words}`,
    advised: {
      'card-not-read': 'Har fått råden: kortläsarens drivrutin, läsa in kortet på nytt, annan dator, självtest.',
      'no-icon': 'Har fått råden: licensierat Net iD för SITHS, annan dator, självtest.',
      other: 'Har fått råden: självtest, läsa in kortet på nytt, kortläsarens drivrutin, Net iD, annan dator.',
    },
    stillFailing: 'Det fungerar fortfarande inte.',
  },
};
