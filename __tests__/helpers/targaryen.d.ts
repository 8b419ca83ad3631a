/** The part of targaryen 3.1 that tests use; the package ships no types. */
declare module 'targaryen' {
  interface Result {
    readonly allowed: boolean;
    readonly info: string;
  }
  interface Database {
    as(auth: object | null): Database;
    with(options: { readonly debug?: boolean; readonly now?: number }): Database;
    read(path: string): Result;
    write(path: string, value: unknown): Result;
  }
  const targaryen: { database(rules: object, data: object): Database };
  export default targaryen;
}
