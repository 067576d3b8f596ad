// Installs and builds where needed, then ends: for scripts that use dist.
import { prepare } from './prepare.mjs';

prepare();
