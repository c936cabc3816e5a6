/// The script of the page: it moves the slider, and nothing else.
///
/// It reads its numbers from the table, so that there is one place for each; without it the slider
/// stays hidden and the table says everything.
enum PageScript {
  static let text: StaticString = """

    (function () {
      'use strict';
      var box = document.getElementById('slider');
      var table = document.getElementById('threshold-table');
      if (!box || !table) { return; }
      var input = document.getElementById('threshold');
      var says = document.getElementById('threshold-says');
      var live = document.getElementById('threshold-live');
      var rows = Array.prototype.slice.call(table.tBodies[0].rows);
      var points = document.querySelectorAll('#threshold-curve circle.point.false');
      var marker = document.getElementById('marker');
      var timer = 0;
      function cell(row, place) { return row.cells[place].textContent; }
      function show() {
        var place = rows.length - 1 - Number(input.value);
        var row = rows[place];
        rows.forEach(function (other) {
          other.classList.toggle('chosen', other === row);
          if (other === row) { other.setAttribute('aria-current', 'true'); }
          else { other.removeAttribute('aria-current'); }
        });
        var mark = cell(row, 10);
        var text = 'At ' + cell(row, 0) + ' bits' + (mark ? ' (' + mark + ')' : '') + ': '
          + cell(row, 1) + ' links. ' + cell(row, 3) + ' of them join two different people; '
          + cell(row, 4) + ' true pairs are missed. Of strangers, ' + cell(row, 7)
          + ' linked; of records in the register, ' + cell(row, 8) + ' not found.';
        says.textContent = text;
        input.setAttribute('aria-valuetext', cell(row, 0) + ' bits');
        clearTimeout(timer);
        timer = setTimeout(function () { live.textContent = text; }, 400);
        var x = points[place].getAttribute('cx');
        marker.setAttribute('x1', x);
        marker.setAttribute('x2', x);
        var frame = table.closest('.scroll');
        frame.scrollTop = row.offsetTop - frame.clientHeight / 2;
      }
      input.addEventListener('input', show);
      box.hidden = false;
      show();
    })();

    """
}
