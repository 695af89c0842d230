/* eslint-disable no-restricted-exports -- these packages have default exports. */
/** What the page uses of packages that bring no types of their own, and of Web Chat, whose own types need React's in another version. */

declare module 'react' {
  export interface ReactElement {
    readonly type: unknown;
  }
  export function createElement(type: unknown, props?: object | null, ...children: readonly (ReactElement | string | null)[]): ReactElement;
}

declare module 'react-dom/client' {
  import type { ReactElement } from 'react';
  export function createRoot(container: Element): { render(element: ReactElement): void; unmount(): void };
}

declare module 'markdown-it' {
  interface Token {
    readonly type: string;
    readonly content: string;
    attrSet(name: string, value: string): void;
    attrGet(name: string): string | null;
  }
  type Rule = (tokens: Token[], index: number, options: object, env: object, self: { renderToken(tokens: Token[], index: number, options: object): string }) => string;
  export default class MarkdownIt {
    constructor(options: { html: boolean; breaks: boolean; linkify: boolean });
    readonly renderer: { rules: Record<string, Rule> };
    readonly utils: { readonly escapeHtml: (text: string) => string };
    disable(rule: string): this;
    render(text: string): string;
  }
}

declare module 'botframework-webchat-core' {
  export interface ChatActivity {
    readonly type: string;
    readonly id?: string;
    readonly timestamp?: string;
    readonly text?: string;
    readonly textFormat?: string;
    readonly suggestedActions?: { readonly actions?: readonly { readonly title: string; readonly displayText: string; readonly value: { readonly choice: string } }[] };
    readonly from: { readonly id: string; readonly role?: string };
    readonly channelData: Readonly<Record<string, unknown>>;
  }
  export interface Action {
    readonly type: string;
    readonly payload?: { readonly activity?: ChatActivity };
    readonly meta?: { readonly clientActivityID?: string };
  }
  type Dispatch = (action: Action | object) => unknown;
  export type Middleware = (store: { dispatch: Dispatch }) => (next: Dispatch) => (action: Action) => unknown;
  export function createStore(initialState: object, ...middleware: readonly Middleware[]): object;
}

declare module 'botframework-webchat-component' {
  const ReactWebChat: unknown;
  export default ReactWebChat;
}

declare module 'botframework-directlinejs' {
  import type { Observable } from 'rxjs/Observable';
  export interface Activity {
    readonly type: string;
    readonly id?: string;
    readonly text?: string;
    readonly textFormat?: string;
    readonly timestamp?: string;
    readonly summary?: string;
    readonly value?: unknown;
    readonly from?: { readonly id: string; readonly name?: string; readonly role?: string };
    readonly channelData?: Readonly<Record<string, unknown>>;
    readonly suggestedActions?: { readonly actions: readonly object[]; readonly to?: readonly string[] };
  }
  export class DirectLine {
    /** With a stream's address it opens that one; WebSocket is what it opens it with. */
    constructor(options: { domain: string; token: string; conversationId: string; streamUrl: string; watermark: string; WebSocket: typeof WebSocket });
    activity$: Observable<Activity>;
    readonly connectionStatus$: Observable<number>;
    /** Sent with every call. Private in the client's own types, which offer no other way to hand it a new one. */
    token: string;
    /** Of the last frame. Private as well. */
    readonly watermark: string;
    /** Gives the id of the activity, or "retry" where it did not get through. */
    postActivity(activity: Activity): Observable<string>;
  }
}
