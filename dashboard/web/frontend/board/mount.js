// What Streamlit calls: once when the board is put on the page, then at each run of it, or change of the theme.

import { Board } from "./board.js";
import { claim } from "./early.js";

const boards = new WeakMap();

export default async function mount({ data, parentElement }) {
  if (!boards.has(parentElement)) boards.set(parentElement, claim(parentElement) ?? new Board(parentElement));
  const board = boards.get(parentElement);
  const reading = board.read(data);
  const read = await reading;
  if (reading === board.reading) board.update(read, parentElement); // else a newer run has taken over
  return () => {
    boards.get(parentElement)?.close();
    boards.delete(parentElement);
  };
}
