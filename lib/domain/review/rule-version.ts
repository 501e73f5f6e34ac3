/** Names the checks and the weights of the risk rank; to be raised whenever one of them changes what it says. */
export const RULE_VERSION = 2;
