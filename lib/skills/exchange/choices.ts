/** One thing that can be taken. `usual`: taken unless somebody says otherwise. */
type ChoiceItem = { key: string; name: string; cells: string[]; usual: boolean };

/** Things of one kind, as a table to tick. `columns` head the cells. */
export type ChoiceGroup = { id: string; title: string; lead: string; columns: string[]; items: ChoiceItem[] };
