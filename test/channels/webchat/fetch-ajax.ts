/** The official client's HTTP, by fetch: it asks for XMLHttpRequest, which Node does not have, but takes a substitute. */
import { Observable } from 'rxjs/Observable.js';

interface AjaxRequest {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

/** Like rxjs 5's `Observable.ajax`, as far as the client uses it: emits { status, response }, or fails with { status, xhr }. */
export function fetchAjax({ method, url, body, headers = {} }: AjaxRequest): Observable<unknown> {
  return new Observable((subscriber) => {
    const abort = new AbortController();
    fetch(url, { method, headers, signal: abort.signal, ...(body !== undefined && { body: JSON.stringify(body) }) })
      .then(async (response) => {
        if (!response.ok) throw Object.assign(new Error(`HTTP ${response.status}`), { status: response.status, xhr: { getResponseHeader: (name: string) => response.headers.get(name) } });
        subscriber.next({ status: response.status, response: await response.json() });
        subscriber.complete();
      })
      .catch((error: unknown) => {
        if (!abort.signal.aborted) subscriber.error(error);
      });
    return () => abort.abort();
  });
}
