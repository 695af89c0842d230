/**
 * The accessibility statement that Swedish law asks for (lagen 2018:1937 om tillgänglighet till digital offentlig service);
 * Digg's guidance says what it must hold. Assess anew, and change the dates, when the page has changed.
 */
import type { ServicedeskNumbers } from '../page-text.sv.ts';
import type { TextPage } from './document.ts';

const assessed = '25 november 2026';
const updated = '25 november 2026';

export interface AccessibilityFacts {
  readonly operator: string;
  /** Where faults are reported, as Markdown. */
  readonly contact: string;
  readonly servicedesk: ServicedeskNumbers;
}

export function accessibilityPage({ operator, contact, servicedesk }: AccessibilityFacts): TextPage {
  return {
    language: 'sv',
    title: 'Tillgänglighet för Korthjälpen',
    links: [
      { href: '/', label: 'Till chatten' },
      { href: '/hjalp', label: 'Hjälp utan chatt' },
      { href: '/integritet', label: 'Dina uppgifter' },
    ],
    markdown: `
${operator} står bakom Korthjälpen. Alla ska kunna använda den. Här står hur Korthjälpen uppfyller lagen om tillgänglighet till digital offentlig service, vilka brister vi känner till och hur du talar om för oss att något inte fungerar.

## Hur tillgänglig är Korthjälpen?

Korthjälpen är delvis förenlig med lagen. Den är byggd för att uppfylla WCAG 2.1 på nivå AA och standarden EN 301 549. Bristerna står längre ner.

## Om du inte kan använda chatten

- Läs [vad du gör när kortet är borttappat eller låst](/hjalp). Sidan behöver varken chatt eller JavaScript.
- Ring Servicedesk: ${servicedesk.internal} (internt) eller ${servicedesk.external} (externt).

## Tala om för oss vad som inte fungerar

Hittar du en brist som inte står här, eller behöver du innehållet i en annan form? Kontakta oss: ${contact}.

## Tillsyn

Myndigheten för digital förvaltning, Digg, ansvarar för tillsynen över lagen. Är du inte nöjd med hur vi svarar kan du [anmäla det till Digg](https://www.digg.se/tdosanmalan).

## Brister som vi känner till

- Korthjälpen har inte prövats av personer som använder skärmläsare, skärmförstoring eller talstyrning. Vi vet därför inte säkert hur väl den fungerar med dem.
- Sidorna om dina uppgifter och om tillgänglighet finns bara på svenska.
- På en sida från en annan webbplats kan webbläsaren hindra chatten från att minnas samtalet. Då börjar det om när du byter sida.

Webbplatser som boten länkar till omfattas inte av den här redogörelsen.

## Så har vi testat

Vi har gjort en egen bedömning. Chatten och sidorna granskas med verktyget axe-core i en riktig webbläsare vid varje ändring. Vi prövar också att hela samtal går att föra med bara tangentbordet, och att allt ryms på en skärm som är 320 bildpunkter bred, vilket motsvarar 400 procents förstoring.

Senaste bedömningen gjordes den ${assessed}. Redogörelsen uppdaterades senast den ${updated}.
`,
  };
}
