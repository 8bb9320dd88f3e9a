/** The parts of a CASE package (1EdTech Competencies and Academic Standards Exchange 1.0 and 1.1) that are read or written. */
export type CaseLink = { title: string; identifier: string; uri: string };

export type CaseItem = {
  identifier: string;
  uri: string;
  fullStatement: string;
  CFItemType: string;
  lastChangeDateTime: string;
  CFDocumentURI: CaseLink;
  notes?: string;
  humanCodingScheme?: string;
  extensions?: Record<string, unknown>;
};

export type CaseAssociation = {
  identifier: string;
  uri: string;
  associationType: string;
  originNodeURI: CaseLink;
  destinationNodeURI: CaseLink;
  lastChangeDateTime: string;
  sequenceNumber?: number;
  extensions?: Record<string, unknown>;
};

export type CasePackage = {
  CFDocument: {
    identifier: string;
    uri: string;
    creator: string;
    title: string;
    lastChangeDateTime: string;
    CFPackageURI: CaseLink;
    adoptionStatus: string;
    caseVersion: string;
    notes?: string;
    version?: string;
  };
  CFItems: CaseItem[];
  CFAssociations: CaseAssociation[];
};

/** Where what CASE has no field for is kept, as its extensions allow. */
export const ours = "throughline";
