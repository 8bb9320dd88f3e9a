/** What stands against a change, beside the field that it is about. `field` is "" where it is about the node as a whole. */
export type Fault = { nodeId: string; field: string; message: string };
