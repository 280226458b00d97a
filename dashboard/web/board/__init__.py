"""The component that draws all charts of a page in the browser, and the data that it is given."""
