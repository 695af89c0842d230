/** The leaf modules of `natural` that are used carry no types of their own; its root module must not be loaded. */
declare module 'natural/lib/natural/stemmers/porter_stemmer_sv.js' {
  const stemmer: { stem(word: string): string };
  export = stemmer;
}
