module.exports = { NAME: 1 << 6 };
