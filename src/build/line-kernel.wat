;; The arithmetic of the line model, four 32-bit floats at a time. What each function gives is
;; said in src/split/line-kernel.ts; what each computes, in src/split/line-kernel-reference.ts.
;; After a change: npm run build && node dist/build/write-line-kernel.js
;;
;; Lanes run over units, features or channels, never over the terms of a sum, so that every sum
;; is added up in the same order as in the reference and rounds to the same bits. Loops count in
;; bytes. `pmin` and `pmax` stand for `a < b ? ... : ...`: one instruction, and NaN is settled.
(module
  (memory (export "memory") 1)

  (func (export "clamp")
    (param $features i32) (param $lowest i32) (param $highest i32)
    (param $to i32) (param $width i32) (param $lines i32)
    (local $row i32) (local $end i32) (local $column i32)
    (local.set $row (i32.shl (local.get $width) (i32.const 2)))
    (local.set $end
      (i32.add (local.get $features) (i32.mul (local.get $row) (local.get $lines))))
    (loop $eachLine
      (local.set $column (i32.const 0))
      ;; The last vector of a row may run over into the next, which is written after it.
      (loop $eachVector
        (v128.store (i32.add (local.get $to) (local.get $column))
          (f32x4.pmin (v128.load (i32.add (local.get $highest) (local.get $column)))
            (f32x4.pmax (v128.load (i32.add (local.get $lowest) (local.get $column)))
              (v128.load (i32.add (local.get $features) (local.get $column))))))
        (local.set $column (i32.add (local.get $column) (i32.const 16)))
        (br_if $eachVector (i32.lt_u (local.get $column) (local.get $row))))
      (local.set $to (i32.add (local.get $to) (local.get $row)))
      (local.set $features (i32.add (local.get $features) (local.get $row)))
      (br_if $eachLine (i32.lt_u (local.get $features) (local.get $end)))))

  ;; Four lines by eight units at a time: eight sums stay in registers, and a pair of weight
  ;; vectors serves four lines. (Leaving out inputs that are 0 in all four lines costs as much
  ;; as it saves, though nearly half of the features are.)
  (func (export "multiply")
    (param $inputs i32) (param $stride i32) (param $count i32)
    (param $weights i32) (param $sums i32) (param $width i32) (param $lines i32)
    (local $row i32) (local $unit i32) (local $line i32) (local $end i32)
    (local $in0 i32) (local $in1 i32) (local $in2 i32) (local $in3 i32)
    (local $weight i32) (local $out i32) (local $value v128)
    (local $weightsA v128) (local $weightsB v128)
    (local $sum0A v128) (local $sum1A v128) (local $sum2A v128) (local $sum3A v128)
    (local $sum0B v128) (local $sum1B v128) (local $sum2B v128) (local $sum3B v128)
    (local.set $row (i32.shl (local.get $width) (i32.const 2)))
    (local.set $stride (i32.shl (local.get $stride) (i32.const 2)))
    (loop $eachUnits
      (local.set $line (i32.const 0))
      (local.set $in0 (local.get $inputs))
      (local.set $out (i32.add (local.get $sums) (local.get $unit)))
      (loop $eachLines
        (local.set $in1 (i32.add (local.get $in0) (local.get $stride)))
        (local.set $in2 (i32.add (local.get $in1) (local.get $stride)))
        (local.set $in3 (i32.add (local.get $in2) (local.get $stride)))
        (local.set $end (i32.add (local.get $in0) (i32.shl (local.get $count) (i32.const 2))))
        ;; The first row of weights holds the biases.
        (local.set $weight (i32.add (local.get $weights) (local.get $unit)))
        (local.set $sum0A (v128.load (local.get $weight)))
        (local.set $sum1A (local.get $sum0A))
        (local.set $sum2A (local.get $sum0A))
        (local.set $sum3A (local.get $sum0A))
        (local.set $sum0B (v128.load offset=16 (local.get $weight)))
        (local.set $sum1B (local.get $sum0B))
        (local.set $sum2B (local.get $sum0B))
        (local.set $sum3B (local.get $sum0B))
        (loop $eachInput
          (local.set $weight (i32.add (local.get $weight) (local.get $row)))
          (local.set $weightsA (v128.load (local.get $weight)))
          (local.set $weightsB (v128.load offset=16 (local.get $weight)))
          (local.set $value (v128.load32_splat (local.get $in0)))
          (local.set $sum0A
            (f32x4.add (local.get $sum0A) (f32x4.mul (local.get $value) (local.get $weightsA))))
          (local.set $sum0B
            (f32x4.add (local.get $sum0B) (f32x4.mul (local.get $value) (local.get $weightsB))))
          (local.set $value (v128.load32_splat (local.get $in1)))
          (local.set $sum1A
            (f32x4.add (local.get $sum1A) (f32x4.mul (local.get $value) (local.get $weightsA))))
          (local.set $sum1B
            (f32x4.add (local.get $sum1B) (f32x4.mul (local.get $value) (local.get $weightsB))))
          (local.set $value (v128.load32_splat (local.get $in2)))
          (local.set $sum2A
            (f32x4.add (local.get $sum2A) (f32x4.mul (local.get $value) (local.get $weightsA))))
          (local.set $sum2B
            (f32x4.add (local.get $sum2B) (f32x4.mul (local.get $value) (local.get $weightsB))))
          (local.set $value (v128.load32_splat (local.get $in3)))
          (local.set $sum3A
            (f32x4.add (local.get $sum3A) (f32x4.mul (local.get $value) (local.get $weightsA))))
          (local.set $sum3B
            (f32x4.add (local.get $sum3B) (f32x4.mul (local.get $value) (local.get $weightsB))))
          (local.set $in1 (i32.add (local.get $in1) (i32.const 4)))
          (local.set $in2 (i32.add (local.get $in2) (i32.const 4)))
          (local.set $in3 (i32.add (local.get $in3) (i32.const 4)))
          (local.set $in0 (i32.add (local.get $in0) (i32.const 4)))
          (br_if $eachInput (i32.lt_u (local.get $in0) (local.get $end))))
        (v128.store (local.get $out) (local.get $sum0A))
        (v128.store offset=16 (local.get $out) (local.get $sum0B))
        (local.set $out (i32.add (local.get $out) (local.get $row)))
        (v128.store (local.get $out) (local.get $sum1A))
        (v128.store offset=16 (local.get $out) (local.get $sum1B))
        (local.set $out (i32.add (local.get $out) (local.get $row)))
        (v128.store (local.get $out) (local.get $sum2A))
        (v128.store offset=16 (local.get $out) (local.get $sum2B))
        (local.set $out (i32.add (local.get $out) (local.get $row)))
        (v128.store (local.get $out) (local.get $sum3A))
        (v128.store offset=16 (local.get $out) (local.get $sum3B))
        (local.set $out (i32.add (local.get $out) (local.get $row)))
        (local.set $line (i32.add (local.get $line) (i32.const 4)))
        (local.set $in0
          (i32.add (local.get $inputs) (i32.mul (local.get $line) (local.get $stride))))
        (br_if $eachLines (i32.lt_u (local.get $line) (local.get $lines))))
      (local.set $unit (i32.add (local.get $unit) (i32.const 32)))
      (br_if $eachUnits (i32.lt_u (local.get $unit) (local.get $row)))))

  (func (export "addPositive")
    (param $sums i32) (param $rows i32) (param $width i32) (param $lines i32)
    (local $row i32) (local $end i32) (local $column i32) (local $at i32)
    (local.set $row (i32.shl (local.get $width) (i32.const 2)))
    (local.set $end (i32.add (local.get $sums) (i32.mul (local.get $row) (local.get $lines))))
    (loop $eachLine
      (local.set $column (i32.const 0))
      (loop $eachVector
        (local.set $at (i32.add (local.get $rows) (local.get $column)))
        (v128.store (local.get $at)
          (f32x4.add
            (v128.load (local.get $at))
            (f32x4.pmax
              (v128.const f32x4 0 0 0 0)
              (v128.load (i32.add (local.get $sums) (local.get $column))))))
        (local.set $column (i32.add (local.get $column) (i32.const 16)))
        (br_if $eachVector (i32.lt_u (local.get $column) (local.get $row))))
      (local.set $rows (i32.add (local.get $rows) (i32.mul (local.get $row) (i32.const 3))))
      (local.set $sums (i32.add (local.get $sums) (local.get $row)))
      (br_if $eachLine (i32.lt_u (local.get $sums) (local.get $end)))))

  (func (export "fade")
    (param $rows i32) (param $decays i32) (param $tiny f32) (param $width i32) (param $lines i32)
    (local $row i32) (local $step i32)
    (local.set $row (i32.shl (local.get $width) (i32.const 2)))
    (local.set $step (i32.mul (local.get $row) (i32.const 3)))
    (call $fadeOneWay
      (local.get $rows) (local.get $row) (local.get $step)
      (local.get $decays) (local.get $tiny) (local.get $row) (local.get $lines))
    (call $fadeOneWay
      (i32.add (local.get $rows)
        (i32.mul (local.get $step) (i32.sub (local.get $lines) (i32.const 1))))
      (i32.shl (local.get $row) (i32.const 1))
      (i32.sub (i32.const 0) (local.get $step))
      (i32.add (local.get $decays) (i32.shl (local.get $row) (i32.const 1)))
      (local.get $tiny) (local.get $row) (local.get $lines)))

  ;; From line to line, `step` bytes apart; the means lie `mean` bytes into a line's row.
  (func $fadeOneWay
    (param $line i32) (param $mean i32) (param $step i32)
    (param $decays i32) (param $tiny f32) (param $row i32) (param $lines i32)
    (local $column i32) (local $at i32) (local $to i32) (local $faded v128) (local $least v128)
    (local.set $least (f32x4.splat (local.get $tiny)))
    (memory.fill (i32.add (local.get $line) (local.get $mean)) (i32.const 0) (local.get $row))
    (block $done
      (loop $eachLine
        (local.set $lines (i32.sub (local.get $lines) (i32.const 1)))
        (br_if $done (i32.eqz (local.get $lines)))
        (local.set $column (i32.const 0))
        (loop $eachVector
          (local.set $at (i32.add (local.get $line) (local.get $column)))
          (local.set $to (i32.add (local.get $decays) (local.get $column)))
          (local.set $faded
            (f32x4.add
              (f32x4.mul
                (v128.load (local.get $to))
                (v128.load (i32.add (local.get $at) (local.get $mean))))
              (f32x4.mul
                (v128.load (i32.add (local.get $to) (local.get $row)))
                (v128.load (local.get $at)))))
          (v128.store (i32.add (i32.add (local.get $at) (local.get $mean)) (local.get $step))
            (v128.and
              (local.get $faded)
              (f32x4.ge (f32x4.abs (local.get $faded)) (local.get $least))))
          (local.set $column (i32.add (local.get $column) (i32.const 16)))
          (br_if $eachVector (i32.lt_u (local.get $column) (local.get $row))))
        (local.set $line (i32.add (local.get $line) (local.get $step)))
        (br $eachLine))))

  (func (export "summarise")
    (param $rows i32) (param $page i32) (param $width i32) (param $lines i32)
    (local $row i32) (local $column i32) (local $at i32) (local $line i32)
    (local $sum v128) (local $highest v128) (local $value v128)
    (local.set $row (i32.shl (local.get $width) (i32.const 2)))
    (loop $eachVector
      (local.set $at (i32.add (local.get $rows) (local.get $column)))
      (local.set $line (i32.const 0))
      (local.set $sum (v128.const f32x4 0 0 0 0))
      (local.set $highest (v128.const f32x4 0 0 0 0))
      (loop $eachLine
        (local.set $value (v128.load (local.get $at)))
        (local.set $sum (f32x4.add (local.get $sum) (local.get $value)))
        (local.set $highest (f32x4.pmax (local.get $highest) (local.get $value)))
        (local.set $at (i32.add (local.get $at) (i32.mul (local.get $row) (i32.const 3))))
        (local.set $line (i32.add (local.get $line) (i32.const 1)))
        (br_if $eachLine (i32.lt_u (local.get $line) (local.get $lines))))
      (local.set $at (i32.add (local.get $page) (local.get $column)))
      (v128.store (local.get $at)
        (f32x4.div (local.get $sum) (f32x4.splat (f32.convert_i32_u (local.get $lines)))))
      (v128.store (i32.add (local.get $at) (local.get $row)) (local.get $highest))
      (local.set $column (i32.add (local.get $column) (i32.const 16)))
      (br_if $eachVector (i32.lt_u (local.get $column) (local.get $row)))))

  (func (export "addToAll")
    (param $values i32) (param $rows i32) (param $width i32) (param $lines i32)
    (local $row i32) (local $column i32) (local $at i32)
    (local.set $row (i32.shl (local.get $width) (i32.const 2)))
    (loop $eachLine
      (local.set $column (i32.const 0))
      (loop $eachVector
        (local.set $at (i32.add (local.get $rows) (local.get $column)))
        (v128.store (local.get $at)
          (f32x4.add
            (v128.load (local.get $at))
            (v128.load (i32.add (local.get $values) (local.get $column)))))
        (local.set $column (i32.add (local.get $column) (i32.const 16)))
        (br_if $eachVector (i32.lt_u (local.get $column) (local.get $row))))
      (local.set $rows (i32.add (local.get $rows) (i32.mul (local.get $row) (i32.const 3))))
      (local.set $lines (i32.sub (local.get $lines) (i32.const 1)))
      (br_if $eachLine (local.get $lines)))))
