const isProduction = process.env.NODE_ENV === 'production';

export const define = { timestamps: !isProduction, createdAt: 'created_at', updatedAt: 'updated_at' };
