/** What the page owner chose: the data attributes of the script tag. A value that does not fit is as good as none. */
import type { WidgetLanguage } from './protocol.ts';

export interface Options {
  /** Where the bot is: the origin of the script itself. */
  readonly origin: string;
  readonly position: 'left' | 'right';
  /** #rrggbb. */
  readonly colour: string;
  readonly label: string | undefined;
  readonly title: string;
  readonly language: WidgetLanguage;
  /** Empty: none. */
  readonly topic: string;
  readonly identityUrl: string | undefined;
}

const defaultColour = '#0b5568';

/** The attributes of `script`; the language is the page's own unless it is given. */
export function optionsOf({ src, dataset }: HTMLScriptElement): Options {
  const { position, color = '', label, title = 'Korthjälpen', lang = document.documentElement.lang, topic = '', identityUrl } = dataset;
  return {
    origin: new URL(src).origin,
    position: position === 'left' ? 'left' : 'right',
    colour: /^#[\da-f]{6}$/i.test(color) ? color : defaultColour,
    label,
    title,
    language: lang.startsWith('en') ? 'en' : 'sv',
    topic,
    identityUrl,
  };
}

/** Black or white, whichever stands out more from the colour: relative luminance as in WCAG 2.2, with its curve as a power of 2.2; above 0.179 black does. */
export function inkOn(colour: string): '#000' | '#fff' {
  const light = (at: number): number => (parseInt(colour.slice(at, at + 2), 16) / 255) ** 2.2;
  return 0.2126 * light(1) + 0.7152 * light(3) + 0.0722 * light(5) > 0.179 ? '#000' : '#fff';
}
