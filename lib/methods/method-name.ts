import { estimators } from "./estimators";

const names = new Map(estimators.map(({ id, name }) => [id, name]));

/** What a method is called on pages; its stable id where nobody described it. */
export const methodName = (method: string) => names.get(method) ?? method;
