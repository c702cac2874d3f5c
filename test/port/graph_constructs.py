# == A graph and its session
# `using` enters a session and leaves it at the end of the block. What is fed is a list of pairs, for tensors are no names.
import tensorflow as tf
import numpy as np

x = tf.placeholder(tf.float32, [None, 2], name="x")
w = tf.Variable(tf.ones([2, 1]), name="w")
y = tf.matmul(x, w) * 2.0 + 1
loss = tf.reduce_mean(tf.square(y), axis=0)
train = tf.train.GradientDescentOptimizer(learning_rate=0.1).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(2):
        _, value = sess.run([train, loss], feed_dict={x: [[1, 2], [3, 4]]})
        print("step %d" % step, value)
    print(sess.run(w))

# == Scopes and control flow
with tf.variable_scope("layer"), tf.name_scope("inner"):
    v = tf.get_variable("v", shape=[2], initializer=tf.zeros_initializer())
    doubled = v + 1.0
with tf.control_dependencies([tf.assign(v, [1.0, 2.0])]):
    after = tf.identity(v)
print(v.name, doubled.name, after.op.type, x.shape, y.get_shape().as_list())

# == NumPy
data = np.arange(12).reshape(3, 4)
data[0, 1:3] = 7
print(data[1, -1], data[:, 0], data[..., None].shape, (data > 5).sum(), data.mean(axis=0))
print(np.round(np.sqrt(data[:2, :2]), 3), data.T.shape, -data[0], data * 0.5 - 1)
