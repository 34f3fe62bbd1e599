declare module "*.css";

// Class names of a sheet. Every name is a string once the sheet is built; a misspelt one shows on the page.
declare module "*.module.css" {
  const style: any;
  export default style;
}
