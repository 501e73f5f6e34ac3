/** Signs that never end a line, and such as never begin one. */
export const OPENING = /[（《〈「『【〔［“‘([]/;
export const CLOSING = /[）》〉」』】〕］”’，。、；：？！…—·％%‰℃々)\],.;:?!]/;
