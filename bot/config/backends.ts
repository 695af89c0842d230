/** Which system tickets and card blocks go to, and how it is reached. */
import type { Settings } from './settings.ts';
import { unprintable } from './unprintable.ts';

export type TicketBackend =
  | { readonly kind: 'local' }
  | { readonly kind: 'mail'; readonly smtpUrl: string; readonly from: string; readonly to: string }
  | { readonly kind: 'servicenow'; readonly url: string; readonly user: string; readonly password: string; readonly table: string }
  | { readonly kind: 'webhook'; readonly url: string; readonly secret: string };

export type CardBlockBackend = { readonly kind: 'ticket' } | { readonly kind: 'webhook'; readonly url: string; readonly secret: string };

// What a backend requires has been checked before, so the empty fallbacks here are for the compiler.
export function ticketBackendOf(settings: Settings): TicketBackend {
  switch (settings.TICKET_BACKEND) {
    case 'local':
      return { kind: 'local' };
    case 'mail':
      return unprintable({ kind: 'mail', smtpUrl: settings.SMTP_URL ?? '', from: settings.MAIL_FROM ?? '', to: settings.MAIL_TO ?? '' }, ['smtpUrl']);
    case 'servicenow':
      return unprintable(
        {
          kind: 'servicenow',
          url: settings.SERVICENOW_URL ?? '',
          user: settings.SERVICENOW_USER ?? '',
          password: settings.SERVICENOW_PASSWORD ?? '',
          table: settings.SERVICENOW_TABLE,
        },
        ['password'],
      );
    case 'webhook':
      return unprintable({ kind: 'webhook', url: settings.TICKET_WEBHOOK_URL ?? '', secret: settings.TICKET_WEBHOOK_SECRET ?? '' }, ['secret']);
  }
}

export function cardBlockBackendOf(settings: Settings): CardBlockBackend {
  if (settings.CARD_BLOCK_BACKEND === 'ticket') return { kind: 'ticket' };
  return unprintable({ kind: 'webhook', url: settings.CARD_BLOCK_WEBHOOK_URL ?? '', secret: settings.CARD_BLOCK_WEBHOOK_SECRET ?? '' }, ['secret']);
}
