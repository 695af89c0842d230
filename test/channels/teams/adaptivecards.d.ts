/** The bundle, because the package's own entry point cannot be loaded by Node. */
declare module 'adaptivecards/dist/adaptivecards.js' {
  export * from 'adaptivecards';
}
