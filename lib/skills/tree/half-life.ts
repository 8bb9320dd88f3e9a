/** Days after which a piece of evidence may count half: of one skill, or by the rules for all. */
export const halfLifeRange = { least: 7, most: 3_650 } as const;
