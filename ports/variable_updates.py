# Writing parts of variables, variables in parts, and sharing by scope, getter and template
import tensorflow as tf
import numpy as np

m = tf.Variable(np.arange(12, dtype=np.float32).reshape(4, 3), name='m')
n = tf.Variable([5, 6, 7], name='n')
c = tf.Variable(0, name='c', trainable=False)
updates = [
    tf.scatter_update(m, [0, 1], [[1., 1., 1.], [2., 2., 2.]]),
    tf.scatter_add(m, [0, 0], np.ones((2, 3), np.float32)),
    tf.scatter_sub(m, 1, [1., 2., 3.]),
    m.scatter_mul(tf.IndexedSlices(tf.constant([[2., 2., 2.]]), tf.constant([2]))),
    tf.scatter_div(m, [3], 2.0),
    tf.scatter_min(m, [3], [[0., 0., 9.]]),
    tf.scatter_max(m, [[3]], [[[5., 0., 0.]]]),
    tf.scatter_nd_update(m, [[0, 1], [2, 2]], [100., 200.]),
    m.scatter_nd_add([[1]], [[1., 1., 1.]]),
    tf.scatter_nd_sub(m, [[0, 0]], [7.]),
    tf.scatter_div(n, [0, 1], [2, 4]),
    tf.batch_scatter_update(m, [[0], [1], [2], [0]], [[1.], [2.], [3.], [4.]]),
    m[1, 1:].assign([41., 42.]),
    m.assign_add(np.ones((4, 3)), use_locking=True, name='plus'),
    m.assign(np.zeros((4, 3)), read_value=False),
    tf.count_up_to(c, 2),
]
outside = tf.scatter_add(m, [4], [[1., 1., 1.]])

parts = tf.get_variable('parts', [5, 2], initializer=tf.glorot_uniform_initializer(seed=2), partitioner=tf.fixed_size_partitioner(2))
print(parts.name, parts.shape, [p.name for p in parts], len(parts))
product = tf.matmul(parts, tf.ones([2, 1]))
train = tf.train.AdagradOptimizer(0.5).minimize(tf.reduce_sum(tf.square(product)))
with tf.variable_scope('scope', partitioner=tf.variable_axis_size_partitioner(16, axis=1), regularizer=lambda w: tf.reduce_sum(w)):
    q = tf.get_variable('q', [2, 4], initializer=tf.ones_initializer())
    z = tf.get_variable('z', [], initializer=tf.zeros_initializer(), regularizer=tf.no_regularizer)
print([p.name for p in q], z.name, tf.losses.get_regularization_losses())

def frozen(getter, name, *args, **kwargs):
    kwargs['trainable'] = False
    return getter(name + '_frozen', *args, **kwargs)

with tf.variable_scope('getters', custom_getter=frozen):
    g = tf.get_variable('g', [2], initializer=tf.ones_initializer())
scale = tf.make_template('scale', lambda x: x * tf.get_variable('w', [1], initializer=tf.constant_initializer(3.0)))
a, b = scale(1.0), scale(2.0)
local = tf.get_local_variable('local', [2], initializer=tf.zeros_initializer())
print(g.name, [v.name for v in tf.trainable_variables()], scale.variables, tf.local_variables())

with tf.Session() as sess:
    sess.run([tf.global_variables_initializer(), tf.local_variables_initializer()])
    for update in updates:
        print(sess.run(update))
    for op in [updates[-1], updates[-1], outside]:
        try:
            print(sess.run(op))
        except tf.errors.OpError as e:
            print(e.message.split('\n')[0])
    sess.run(train)
    print(sess.run(list(parts)), sess.run(product))
    print(sess.run([a, b, g, local] + tf.losses.get_regularization_losses()))
    print(sess.run(parts.assign(tf.zeros([5, 2]))))
