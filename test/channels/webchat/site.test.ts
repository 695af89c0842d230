import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { accessibilityPage } from '../../../bot/channels/webchat/site/accessibility.sv.ts';
import { privacyPage } from '../../../bot/channels/webchat/site/privacy.sv.ts';
import { startTestService, type TestService } from '../../service/service.ts';

let service: TestService;
beforeAll(async () => {
  service = await startTestService({ OPERATOR_NAME: 'Testregionen', OPERATOR_CONTACT: 'kort@example.se', TOKEN_TTL_MINUTES: '45', WEBCHAT_IDLE_MINUTES: '7', RETAIN_CHATS_DAYS: '12' });
});
afterAll(() => service.close());

const get = (path: string): Promise<Response> => fetch(service.address + path);
const html = async (path: string): Promise<string> => (await get(path)).text();

describe('the page without a chat', () => {
  it('says what the knowledge says about a lost card, and then about a locked one', async () => {
    const page = await html('/hjalp');
    expect(page).toMatch(/<html lang="sv">.*Ring Servicedesk.*borttappat eller stulet.*Spärra kortet så snart som möjligt.*ny PIN-kod.*Lås upp kort med PUK-kod.*PUK/s);
    expect(page).not.toMatch(/<script|\[\[/);
  });

  it('dials the external number, and shows the internal one as it is', async () => {
    const page = await html('/hjalp');
    expect(page).toContain('<strong>30000</strong> (internt) eller <a href="tel:+46776730000">0776-730000</a> (externt)');
    expect(page).not.toMatch(/href="tel:[^"]*30000"(?!>0776)/);
  });

  it('also comes in English', async () => {
    expect(await html('/hjalp?lang=en')).toMatch(/<html lang="en">.*Block the card as soon as possible/s);
  });
});

describe('the page about personal data', () => {
  it('names who answers for them, and tells the times of the settings', async () => {
    const page = await html('/integritet');
    for (const fact of ['Testregionen', 'href="mailto:kort@example.se"', 'efter 45 minuter', 'orörd i 7 minuter', 'Samtalet tas bort efter 12 dagar', 'Dina ärenden finns kvar tills Testregionen', 'inga kakor', 'Inget om vem du är']) expect(page).toContain(fact);
  });

  it('tells what a page that knows its visitor hands over, where one may', () => {
    const { markdown } = privacyPage({ operator: 'Testregionen', contact: 'x', idleMinutes: 1, tokenMinutes: 30, identityMinutes: 10, days: { chats: 1, feedback: null, tickets: null, blockRequests: null } });
    expect(markdown).toContain('i högst 10 minuter åt gången');
    expect(markdown).toContain('orörd i 1 minut.');
    expect(markdown).toContain('Samtalet tas bort efter 1 dag,');
  });

  it('is true that no page sets a cookie', async () => {
    for (const path of ['/', '/hjalp', '/integritet', '/tillganglighet', '/widget.js']) expect((await get(path)).headers.get('set-cookie')).toBeNull();
  });
});

describe('the accessibility statement', () => {
  it('has what the law asks for', async () => {
    const page = await html('/tillganglighet');
    for (const part of ['Testregionen står bakom Korthjälpen', 'delvis förenlig', 'Brister som vi känner till', 'href="mailto:kort@example.se"', 'href="https://www.digg.se/tdosanmalan"', 'egen bedömning', 'Senaste bedömningen', 'uppdaterades senast']) {
      expect(page).toContain(part);
    }
  });

  it('leads to the help that needs no chat', () => {
    expect(accessibilityPage({ operator: 'x', contact: 'x', servicedesk: { internal: '1', external: '2' } }).markdown).toContain('(/hjalp)');
  });
});

describe('a page beside the chat', () => {
  it.each(['/hjalp', '/integritet', '/tillganglighet'])('may load nothing, run nothing and be framed by nobody: %s', async (path) => {
    const answer = await get(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-security-policy')).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/);
  });
});
