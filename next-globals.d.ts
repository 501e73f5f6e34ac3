// CSS modules and other globals of Next, also before the first build has written next-env.d.ts.
/// <reference types="next" />
