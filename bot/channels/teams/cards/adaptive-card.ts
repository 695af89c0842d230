/** The part of Adaptive Cards that the bot uses, as types (Adaptive Cards schema 1.4). */
import type { Language } from '../../../conversation/types.ts';

export const ADAPTIVE_CARD = 'application/vnd.microsoft.card.adaptive';
/**
 * The newest version that Teams on computers and phones draws whole: the documentation allows 1.5, but clients that refuse
 * a card of 1.5 and draw it as 1.4 are reported (MicrosoftDocs/msteams-docs issue 9801), and nothing here needs more.
 */
const CARD_VERSION = '1.4';

/** `color`, `size` and the like are left to the client: its themes know contrast better. */
export interface TextBlock {
  readonly type: 'TextBlock';
  readonly text: string;
  readonly wrap: true;
  readonly weight?: 'Bolder';
  readonly spacing?: 'Medium';
}

export interface FactSet {
  readonly type: 'FactSet';
  readonly facts: readonly { readonly title: string; readonly value: string }[];
}

/** What a button sends back. */
export type ButtonData = Readonly<Record<string, unknown>>;

export interface Submit {
  readonly type: 'Action.Submit';
  readonly title: string;
  readonly data: ButtonData;
}

export interface Execute {
  readonly type: 'Action.Execute';
  readonly title: string;
  readonly verb: string;
  readonly data: ButtonData;
  /** For clients that do not know Action.Execute. */
  readonly fallback: Submit;
}

export interface ActionSet {
  readonly type: 'ActionSet';
  readonly actions: readonly (Submit | Execute)[];
}

export type CardElement = TextBlock | FactSet | ActionSet;

export interface AdaptiveCard {
  readonly $schema: string;
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly lang: Language;
  readonly body: readonly CardElement[];
  readonly fallbackText: string;
}

/** A card in one language. `fallbackText` is shown instead by a client that cannot draw it. */
export function adaptiveCard(body: readonly CardElement[], fallbackText: string, lang: Language): AdaptiveCard {
  return { $schema: 'http://adaptivecards.io/schemas/adaptive-card.json', type: 'AdaptiveCard', version: CARD_VERSION, lang, body, fallbackText };
}
