module.exports = { HOST: 'localhost', USER: 'root', PASSWORD: '123456', DB: 'testdb', dialect: 'sqlite' };
