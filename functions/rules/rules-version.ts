/**
 * The version of the rules as code. Raise it with every change that can make the same facts and values come out
 * differently; `subsidy replay` then says which decisions were made by other rules than today's.
 */
export const rulesVersion = '2020-127/10';
