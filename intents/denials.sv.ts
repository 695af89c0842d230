/** Words, folded, that say what is not the matter, or what is in order: beside a need they are no need of their own. */
const NOT = '(?:inte|ej|ente|aldrig|inga?|inget|varken)';
const TROUBLE = '(?:tapp|borta|stul|snod|forlor|slarv|glom|sparr|last|utgan|trasig|gatt ut|problem|fel)';
const CODE = '(?:puk|pin|kod|legitimeringskod|underskriftskod)[a-z]*';

export const SWEDISH_DENIALS: readonly RegExp[] = [
  new RegExp(`\\b${NOT} (?:[a-z]+ ){0,3}${TROUBLE}`),
  /\bhar (?:kvar |ju |fortfarande |bade |redan )*(?:min |en |sin )?puk/,
  /\bpuk[a-z]* (?:har (?:jag|vi|ja)|kvar|ligger|finns|framfor)\b/,
  new RegExp(`\\b(?:${CODE}|den andra|den forsta) (?:kan|vet|minns) (?:jag|ja)\\b(?! (?:inte|ej|ente))`),
  new RegExp(`\\b(?:kan|vet|minns) (?:ju |min |den |gamla )*(?:${CODE}|gamla|andra|forsta)\\b`),
  new RegExp(`\\b(?:${CODE}|kort[a-z]*|legg[a-z]*|lasar[a-z]*|dosa[a-z]*|cert[a-z]*) (?:ar|fungerar|funkar) (?:ratt|okej|ok|bra|fint)\\b`),
];
