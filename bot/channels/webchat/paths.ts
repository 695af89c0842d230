/** Where the Direct Line calls stand; the official client is given this as its `domain`. */
export const DIRECT_LINE_PATH = '/v3/directline';
