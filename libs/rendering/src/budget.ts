/** The quantities that are counted while a body is rendered. */
export interface BudgetOf {
  bytes: number;
  attributes: number;
  openElements: number;
  tags: number;
  steps: number;
  tokens: number;
  referenced: number;
}

/** A body exceeds its budget, and is shown as text. */
export class BudgetSpent extends Error {
  constructor(readonly what: keyof BudgetOf) {
    super(`more ${what} than the text may take`);
  }
}

/** What is left of a body's budget. */
export class Budget {
  private readonly left: BudgetOf;

  constructor(whole: BudgetOf) {
    this.left = { ...whole };
  }

  /** A negative amount gives back. @throws BudgetSpent */
  spend(what: keyof BudgetOf, amount: number): void {
    this.left[what] -= amount;
    if (this.left[what] < 0) throw new BudgetSpent(what);
  }
}
