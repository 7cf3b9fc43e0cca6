// SPDX-License-Identifier: MIT
//
// Every test file but those that measure and picture Chromium, in one process: a browser that is slow to start is
// started once.
import './loading_test.mjs';
import './drawing_test.mjs';
import './editing_test.mjs';
import './input_test.mjs';
import './links_test.mjs';
import './saving_test.mjs';
import './readers_test.mjs';
import './failures_test.mjs';
import './figures_test.mjs';
