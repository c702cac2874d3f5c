/** What the user can mend: shown without a stack. */
export class Failure extends Error {}
