/** The part of autocannon 9 that the benchmark uses; the package has no types. */
declare module 'autocannon' {
  namespace autocannon {
    interface Request {
      method: string;
      path: string;
      headers: Record<string, string>;
      body?: string;
    }
    interface Options {
      url: string;
      connections: number;
      /** Stops after so many responses. */
      amount: number;
      /** How often it looks whether the end has come, in milliseconds. */
      sampleInt: number;
      /** Gives up after so many errors or mismatches. */
      bailout: number;
      /** Sent in turn by each connection. `context` is the connection's own, and new each time that the list begins. */
      requests: { setupRequest(request: Request, context: Record<string, unknown>): Request }[];
      /** False makes the response a mismatch. */
      verifyBody(body: string): boolean;
    }
    interface Result {
      non2xx: number;
      errors: number;
      mismatches: number;
    }
    interface Run extends PromiseLike<Result> {
      on(event: 'response', listener: (client: unknown, status: number, bytes: number, milliseconds: number) => void): this;
    }
  }
  function autocannon(options: autocannon.Options): autocannon.Run;
  export = autocannon;
}
