// npm run build: the whole of dist, from nothing.
import { prepare } from './prepare.mjs';

prepare({ rebuild: true });
