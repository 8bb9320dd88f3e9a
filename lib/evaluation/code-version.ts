/** Names the arithmetic of an evaluation. Raise it with every change that could move a figure, a check or a sentence. */
export const codeVersion = "evaluation-7";
