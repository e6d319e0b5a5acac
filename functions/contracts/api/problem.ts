/** `also` is a second status, where one code is said of an address and of a body alike. */
export type Problem = {
  readonly status: number;
  readonly also?: number;
  readonly title: string;
  readonly zh: string;
};
