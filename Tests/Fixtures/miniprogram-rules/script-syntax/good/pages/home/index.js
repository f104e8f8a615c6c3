const a = [1, /[/]/.test("a") ? `x${1}` : 2];
Page({ go() {} });
