# Variables behind handles: reads in order, updates of rows, gradients, optimizers
import tensorflow as tf
import numpy as np

tf.set_random_seed(3)
v = tf.Variable([1.0, 2.0, 3.0], name='v', use_resource=True)
table = tf.get_variable('table', [4, 2], use_resource=True, initializer=tf.random_uniform_initializer(seed=5))
rows = tf.gather(table, [0, 2, 0])
loss = tf.reduce_sum(rows * 2.0) + tf.reduce_sum(v * v)
step = tf.Variable(0, trainable=False, name='step', use_resource=True)
sgd = tf.train.GradientDescentOptimizer(0.1).minimize(loss, global_step=step)
adam = tf.train.AdamOptimizer(0.1).minimize(loss, global_step=step)
print(v, table, step)

added = v.assign_add([1.0, 1.0, 1.0], name='plus')
with tf.control_dependencies([added]):
    after = v.read_value()
reset = v.assign([0.5, 0.5, 0.5], read_value=False)
put = tf.scatter_update(table, [1, 3], [[5.0, 6.0], [7.0, 8.0]])
picked = tf.gather_nd(table, [[1, 1], [3, 0]])
start = tf.Variable(v.initialized_value() * 2.0, name='start', use_resource=True)
missing = tf.report_uninitialized_variables()
grads = tf.gradients(loss, [v, table])
print([type(g).__name__ for g in grads], after.shape, added.dtype)

with tf.Session() as sess:
    try:
        sess.run(v)
    except tf.errors.FailedPreconditionError as e:
        print(e.message.split('\n')[0])
    print(sess.run(missing))
    sess.run(v.initializer)
    sess.run(tf.global_variables_initializer())
    print(sess.run([v, start, step]), sess.run(missing))
    for op in [sgd, adam, adam]:
        sess.run(op)
        print(sess.run(step), sess.run(loss), sess.run(v))
    print(sess.run(added), sess.run(after))
    sess.run(reset)
    print(sess.run(v))
    print(sess.run(put), sess.run(picked))
    v.load([9.0, 8.0, 7.0], sess)
    print(v.eval(sess), sess.run(grads[0]))
