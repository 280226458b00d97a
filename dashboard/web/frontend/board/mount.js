// The component's entry point: Streamlit calls it when the board appears, at each run, and when the theme changes.

import { Board } from "./board.js";
import { complete, takeOver } from "./first_paint.js";

const boards = new WeakMap();

export default async function mount({ data, parentElement, setTriggerValue }) {
  if (!boards.has(parentElement)) await complete();
  if (!boards.has(parentElement)) boards.set(parentElement, takeOver(parentElement) ?? new Board(parentElement));
  const board = boards.get(parentElement);
  board.answer.go = (address) => setTriggerValue("go", address);
  const reading = board.read(data);
  const read = await reading;
  if (reading === board.reading) board.update(read, parentElement); // else a newer run has taken over
  return () => {
    boards.get(parentElement)?.close();
    boards.delete(parentElement);
  };
}
