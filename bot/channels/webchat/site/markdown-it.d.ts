/* eslint-disable no-restricted-exports -- this package has a default export, and brings no types of its own. */
declare module 'markdown-it' {
  export default class MarkdownIt {
    constructor(options: { readonly html: boolean });
    render(markdown: string): string;
  }
}
