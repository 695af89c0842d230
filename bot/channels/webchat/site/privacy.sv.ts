/** What the chat keeps of its visitors, and for how long. Every sentence is true of the code; change both together. */
import type { TextPage } from './document.ts';

export interface PrivacyFacts {
  /** Who answers for the service, e.g. Region Skåne. */
  readonly operator: string;
  /** How they are reached, as Markdown. */
  readonly contact: string;
  /** A chat that nobody uses is cleared after so long. */
  readonly idleMinutes: number;
  /** Life of the key to a conversation that nobody renews. */
  readonly tokenMinutes: number;
  /** How long the word of a page on who a visitor is counts; null: no page's word does. */
  readonly identityMinutes: number | null;
  /** Days until records are deleted; null: they are not, of themselves. */
  readonly days: { readonly chats: number | null; readonly feedback: number | null; readonly tickets: number | null; readonly blockRequests: number | null };
}

export function privacyPage({ operator, contact, idleMinutes, tokenMinutes, identityMinutes, days }: PrivacyFacts): TextPage {
  const verified = `- Om du är inloggad på sidan där chatten ligger kan den tala om vem du är. Då sparas ditt användar-id och ditt namn, och din e-postadress om sidan lämnar den. Uppgiften gäller i högst ${minutes(identityMinutes ?? 0)} åt gången.`;
  return {
    language: 'sv',
    title: 'Så hanteras dina uppgifter',
    links: [
      { href: '/', label: 'Till chatten' },
      { href: '/hjalp', label: 'Hjälp utan chatt' },
      { href: '/tillganglighet', label: 'Tillgänglighet' },
    ],
    markdown: `
Chatten använder inga kakor. Du behöver inte logga in för att fråga.

Skriv aldrig PIN-kod, PUK, lösenord eller personnummer. Om du gör det ändå tar boten bort det som den känner igen, innan något sparas.

## Vad som sparas

- Det du skriver, det du väljer och det boten svarar, med tid.
- Det du lämnar till ett ärende hos Servicedesk, till exempel ditt namn och hur du nås.
${identityMinutes === null ? '- Inget om vem du är, om du inte själv skriver det.' : verified}

## Var det sparas, och hur länge

- **I din webbläsare:** nyckeln till samtalet, i den flik där du chattar. Den försvinner när du stänger fliken eller väljer Avsluta och rensa, och när chatten har stått orörd i ${minutes(idleMinutes)}. Nyckeln slutar gälla efter ${minutes(tokenMinutes)} om chatten inte är öppen.
- **I botens databas:**
  - Samtalet ${kept(days.chats, operator)}.
  - Ditt svar på frågan om du fick hjälp ${kept(days.feedback, operator)}.
  - Dina ärenden ${kept(days.tickets, operator)}.
  - En begäran om spärr ${kept(days.blockRequests, operator)}.
- **I loggar:** tider och tekniska fel, men inte vad du skriver och inte din IP-adress. Boten räknar anrop från samma adress i högst en minut, och glömmer sedan adressen.

## Vem som ansvarar

${operator} ansvarar för uppgifterna. Där kan du fråga vad som finns sparat om dig, och begära att det rättas eller tas bort: ${contact}.

Du kan också skriva ”radera mina uppgifter” i chatten. Då raderar boten samtalet, och talar om vad som måste sparas.

Är du inte nöjd med svaret kan du klaga hos [Integritetsskyddsmyndigheten](https://www.imy.se/).
`,
  };
}

/** From the last that happened to the record. */
function kept(days: number | null, operator: string): string {
  return days === null ? `finns kvar tills ${operator} beslutar något annat` : `tas bort efter ${days} ${days === 1 ? 'dag' : 'dagar'}, räknat från det senaste som hände`;
}

function minutes(count: number): string {
  return count === 1 ? '1 minut' : `${count} minuter`;
}
